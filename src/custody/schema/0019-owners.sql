-- Whose each recording is, by the tags that hold: by this lists leave out what somebody may not see.
CREATE TABLE view_owner (
  evidence TEXT PRIMARY KEY,
  -- Null where nobody is named, or several are and nobody has decided.
  officer  TEXT,
  unit     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_owner_officer ON view_owner (officer, evidence) WHERE officer IS NOT NULL;
CREATE INDEX view_owner_unit ON view_owner (unit, evidence) WHERE unit IS NOT NULL;

-- What the tags before this version say: of the most believed source that says anything, where it says one thing.
INSERT INTO view_owner (evidence, officer, unit)
  SELECT evidence,
    max(CASE WHEN field = 'officer' THEN value END),
    max(CASE WHEN field = 'unit' THEN value END)
  FROM (
    SELECT evidence, field,
      CASE WHEN json_array_length(said) = 1 THEN json_extract(said, '$[0]') END AS value,
      row_number() OVER (PARTITION BY evidence, field ORDER BY CASE source
        WHEN 'person' THEN 0 WHEN 'gps' THEN 1 WHEN 'roster' THEN 2 WHEN 'marker' THEN 3
        WHEN 'file_name' THEN 4 ELSE 5 END) AS place
    FROM view_tag WHERE field IN ('officer', 'unit') AND json_array_length(said) > 0
  ) WHERE place = 1 GROUP BY evidence;
-- A tag that was taken away leaves its row behind, as it does where it is projected.
INSERT OR IGNORE INTO view_owner (evidence)
  SELECT DISTINCT evidence FROM view_tag WHERE field IN ('officer', 'unit');

-- Entries as people look for them: their words, names and numbers, three characters at a time (which suits Chinese too).
-- Made anew from the ledger at any time; an erased value must be taken out of it.
CREATE VIRTUAL TABLE work_search USING fts5 (words, tokenize = 'trigram', content = '', contentless_delete = 1);

-- By which lists go on without looking at every row.
CREATE INDEX view_evidence_recorder ON view_evidence (recorder, evidence);
CREATE INDEX view_evidence_named ON view_evidence (officer, evidence);
CREATE INDEX view_session_recorder ON view_session (recorder, session);
CREATE INDEX view_session_item_officer ON view_session_item (officer, session);
CREATE INDEX view_docking_port ON view_docking (port, docking);
CREATE INDEX view_justification_state ON view_justification (state, justification);
CREATE INDEX view_alarm_code ON view_alarm (code, alarm);
