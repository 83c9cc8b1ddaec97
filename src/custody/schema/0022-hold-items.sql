-- The items that a person's hold of a case covers: those that were in the case when it was placed, and those that came
-- into it while it stood. They stay covered until the hold is lifted, whatever is said of them later.
CREATE TABLE view_hold_item (
  hold     TEXT NOT NULL,
  evidence TEXT NOT NULL,
  -- The entry by which it was covered: the hold, or the tag that put it into the case.
  seq      INTEGER NOT NULL,
  PRIMARY KEY (hold, evidence)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_hold_item_evidence ON view_hold_item (evidence);

-- What the entries before this version say, as the projector would have had it: at the hold, and at every later tag up
-- to its lifting, the case is that of the most believed source that says one.
CREATE TEMP TABLE case_said AS
  SELECT v.seq, json_extract(CAST(l.leaf AS TEXT), '$.data.evidence') AS evidence,
    json_extract(CAST(l.leaf AS TEXT), '$.data.source') AS source, coalesce(p.value, '[]') AS said
  FROM view_entry v JOIN ledger_entry l USING (seq)
    LEFT JOIN ledger_personal p ON p.seq = v.seq AND p.field = 'values'
  WHERE EXISTS (SELECT 1 FROM view_hold WHERE of = 'case') AND v.type = 'evidence.tagged'
    AND json_extract(CAST(l.leaf AS TEXT), '$.data.field') = 'case';
CREATE INDEX temp.case_said_evidence ON case_said (evidence, source, seq);

CREATE TEMP TABLE hold_span AS
  SELECT h.hold, h.about, h.seq AS placed, coalesce((
      SELECT min(v.seq) FROM view_entry v JOIN ledger_entry l USING (seq)
      WHERE v.type = 'hold.lifted' AND json_extract(CAST(l.leaf AS TEXT), '$.data.hold') = h.hold
    ), 9223372036854775807) AS lifted
  FROM view_hold h WHERE h.of = 'case';

INSERT INTO view_hold_item (hold, evidence, seq)
  SELECT hold, evidence, min(at) FROM (
    SELECT h.hold, h.about, moment.evidence, moment.at FROM hold_span h JOIN (
      SELECT DISTINCT s.evidence, m.placed AS at FROM case_said s JOIN hold_span m ON s.seq < m.placed
      UNION SELECT evidence, seq FROM case_said
    ) moment ON moment.at >= h.placed AND moment.at < h.lifted
  ) point
  WHERE (
    SELECT EXISTS (SELECT 1 FROM json_each(s.said) WHERE value = point.about) FROM case_said s
    WHERE s.evidence = point.evidence AND s.seq <= point.at AND json_array_length(s.said) > 0
      AND s.seq = (SELECT max(seq) FROM case_said l
        WHERE l.evidence = s.evidence AND l.source = s.source AND l.seq <= point.at)
    ORDER BY CASE s.source WHEN 'person' THEN 0 WHEN 'gps' THEN 1 WHEN 'roster' THEN 2 WHEN 'marker' THEN 3
      WHEN 'file_name' THEN 4 ELSE 5 END LIMIT 1
  ) = 1
  GROUP BY hold, evidence;
DROP TABLE temp.case_said;
DROP TABLE temp.hold_span;

-- What they cover is looked at anew.
INSERT OR IGNORE INTO work_retention (sha256, releasing)
  SELECT sha256, 0 FROM view_evidence WHERE stored IS NOT NULL AND evidence IN (SELECT evidence FROM view_hold_item)
  UNION SELECT sha256, 0 FROM view_sidecar WHERE evidence IN (SELECT evidence FROM view_hold_item);
