-- Through which units a case or a docking may be seen, or once could: a list passes over the others without looking at each of
-- their recordings, and asks of these. Nothing is taken out of it.
CREATE TABLE work_of_unit (
  of    TEXT NOT NULL,
  thing TEXT NOT NULL,
  unit  TEXT NOT NULL,
  PRIMARY KEY (of, thing, unit)
) STRICT, WITHOUT ROWID;

-- Each in the order in which it lies: by the index of units each item would be read from another place of the disk.
INSERT OR IGNORE INTO work_of_unit (of, thing, unit)
  SELECT 'docking', e.docking, o.unit FROM view_evidence e NOT INDEXED CROSS JOIN view_owner o ON o.evidence = e.evidence
  WHERE o.unit IS NOT NULL;
INSERT OR IGNORE INTO work_of_unit (of, thing, unit)
  SELECT 'case', f.value, o.unit FROM view_filed f CROSS JOIN view_owner o ON o.evidence = f.evidence
  WHERE f.field = 'case' AND o.unit IS NOT NULL;

-- Without OR IGNORE: within a trigger the statement that set it off decides what becomes of a conflict.
CREATE TRIGGER case_of_unit AFTER INSERT ON view_filed WHEN NEW.field = 'case' BEGIN
  INSERT INTO work_of_unit (of, thing, unit)
    SELECT 'case', NEW.value, o.unit FROM view_owner o WHERE o.evidence = NEW.evidence AND o.unit IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM work_of_unit w WHERE w.of = 'case' AND w.thing = NEW.value AND w.unit = o.unit);
END;
CREATE TRIGGER owner_of_unit AFTER INSERT ON view_owner WHEN NEW.unit IS NOT NULL BEGIN
  INSERT INTO work_of_unit (of, thing, unit)
    SELECT 'docking', e.docking, NEW.unit FROM view_evidence e WHERE e.evidence = NEW.evidence
      AND NOT EXISTS (SELECT 1 FROM work_of_unit w WHERE w.of = 'docking' AND w.thing = e.docking AND w.unit = NEW.unit);
  INSERT INTO work_of_unit (of, thing, unit)
    SELECT DISTINCT 'case', f.value, NEW.unit FROM view_filed f WHERE f.evidence = NEW.evidence AND f.field = 'case'
      AND NOT EXISTS (SELECT 1 FROM work_of_unit w WHERE w.of = 'case' AND w.thing = f.value AND w.unit = NEW.unit);
END;
CREATE TRIGGER owner_of_other_unit AFTER UPDATE OF unit ON view_owner WHEN NEW.unit IS NOT NULL BEGIN
  INSERT INTO work_of_unit (of, thing, unit)
    SELECT 'docking', e.docking, NEW.unit FROM view_evidence e WHERE e.evidence = NEW.evidence
      AND NOT EXISTS (SELECT 1 FROM work_of_unit w WHERE w.of = 'docking' AND w.thing = e.docking AND w.unit = NEW.unit);
  INSERT INTO work_of_unit (of, thing, unit)
    SELECT DISTINCT 'case', f.value, NEW.unit FROM view_filed f WHERE f.evidence = NEW.evidence AND f.field = 'case'
      AND NOT EXISTS (SELECT 1 FROM work_of_unit w WHERE w.of = 'case' AND w.thing = f.value AND w.unit = NEW.unit);
END;
