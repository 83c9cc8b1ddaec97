-- Recordings whose tags are to be looked at again, in the order in which that was asked. Each asking is a row of its own: one
-- that is committed while the recording is being looked at is not taken off with those before it.
CREATE TABLE work_tag_again (
  place    INTEGER PRIMARY KEY AUTOINCREMENT,
  evidence TEXT NOT NULL
) STRICT;

-- The same for those whose session is to be judged again.
ALTER TABLE work_relabelled RENAME TO work_relabelled_before;
CREATE TABLE work_relabelled (
  place    INTEGER PRIMARY KEY AUTOINCREMENT,
  evidence TEXT NOT NULL
) STRICT;
INSERT INTO work_relabelled (evidence) SELECT evidence FROM work_relabelled_before;
DROP TABLE work_relabelled_before;

-- How many there are of a kind, kept as they come and go: a screen that asks every second must not have a million counted.
CREATE TABLE work_count (
  -- What is counted: `verdict`, `class`, `viewing`
  counted TEXT NOT NULL,
  kind    TEXT NOT NULL,
  count   INTEGER NOT NULL,
  -- Of all together, where they have a size.
  bytes   INTEGER NOT NULL,
  PRIMARY KEY (counted, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO work_count SELECT 'verdict', verdict, count(*), 0 FROM view_verdict GROUP BY verdict;
INSERT INTO work_count SELECT 'class', class, count(*), 0 FROM view_class GROUP BY class;
INSERT INTO work_count SELECT 'viewing', state, count(*), sum(bytes) FROM view_viewing_copy GROUP BY state;

-- A row that takes the place of another is no deletion to SQLite: the one before is taken off first.
CREATE TRIGGER verdict_replaced BEFORE INSERT ON view_verdict BEGIN
  UPDATE work_count SET count = count - 1 WHERE counted = 'verdict'
    AND kind = (SELECT verdict FROM view_verdict WHERE session = new.session AND rule = new.rule);
END;
CREATE TRIGGER verdict_stands AFTER INSERT ON view_verdict BEGIN
  INSERT INTO work_count (counted, kind, count, bytes) VALUES ('verdict', new.verdict, 1, 0)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER verdict_goes AFTER DELETE ON view_verdict BEGIN
  UPDATE work_count SET count = count - 1 WHERE counted = 'verdict' AND kind = old.verdict;
END;

CREATE TRIGGER class_replaced BEFORE INSERT ON view_class BEGIN
  UPDATE work_count SET count = count - 1 WHERE counted = 'class'
    AND kind = (SELECT class FROM view_class WHERE evidence = new.evidence);
END;
CREATE TRIGGER class_stands AFTER INSERT ON view_class BEGIN
  INSERT INTO work_count (counted, kind, count, bytes) VALUES ('class', new.class, 1, 0)
  ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER class_goes AFTER DELETE ON view_class BEGIN
  UPDATE work_count SET count = count - 1 WHERE counted = 'class' AND kind = old.class;
END;

CREATE TRIGGER viewing_replaced BEFORE INSERT ON view_viewing_copy BEGIN
  UPDATE work_count SET count = count - 1,
      bytes = bytes - (SELECT bytes FROM view_viewing_copy WHERE original = new.original)
    WHERE counted = 'viewing' AND kind = (SELECT state FROM view_viewing_copy WHERE original = new.original);
END;
CREATE TRIGGER viewing_stands AFTER INSERT ON view_viewing_copy BEGIN
  INSERT INTO work_count (counted, kind, count, bytes) VALUES ('viewing', new.state, 1, new.bytes)
  ON CONFLICT DO UPDATE SET count = count + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER viewing_goes AFTER DELETE ON view_viewing_copy BEGIN
  UPDATE work_count SET count = count - 1, bytes = bytes - old.bytes WHERE counted = 'viewing' AND kind = old.state;
END;
