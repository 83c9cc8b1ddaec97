-- Recordings by the case and the party that are said of them: what `view_tag` holds, turned round.
CREATE TABLE view_filed (
  field    TEXT NOT NULL,
  value    TEXT NOT NULL,
  evidence TEXT NOT NULL,
  source   TEXT NOT NULL,
  PRIMARY KEY (field, value, evidence, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_filed_evidence ON view_filed (evidence, field, source);

INSERT OR IGNORE INTO view_filed (field, value, evidence, source)
  SELECT t.field, said.value, t.evidence, t.source FROM view_tag t, json_each(t.said) said
  WHERE t.field IN ('case', 'party');

-- Cases by their party and their handler, and those that have changed.
CREATE INDEX view_register_case_party ON view_register (json_extract(fields, '$.party'), key)
  WHERE register = 'cases';
CREATE INDEX view_register_case_handler ON view_register (json_extract(fields, '$.handler'), key)
  WHERE register = 'cases';
CREATE INDEX view_register_case_changed ON view_register (seq) WHERE register = 'cases';
