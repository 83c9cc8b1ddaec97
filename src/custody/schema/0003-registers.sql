-- What the station knows of its world: units, officers, recorders, parties, cases, places, matters, rosters.
CREATE TABLE view_register (
  register TEXT NOT NULL,
  key      TEXT NOT NULL,
  -- Canonical JSON, by field name.
  fields   TEXT NOT NULL,
  entered  TEXT NOT NULL,
  changed  TEXT NOT NULL,
  seq      INTEGER NOT NULL,
  PRIMARY KEY (register, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_register_import (
  import   TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  file     TEXT,
  sha256   TEXT NOT NULL,
  rows     INTEGER NOT NULL,
  refused  INTEGER NOT NULL,
  begun    TEXT NOT NULL,
  finished TEXT
) STRICT;

-- What each source says of each field of an evidence item.
CREATE TABLE view_tag (
  evidence TEXT NOT NULL,
  field    TEXT NOT NULL,
  source   TEXT NOT NULL,
  -- Canonical JSON: a list of texts.
  said     TEXT NOT NULL,
  actor    TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (evidence, field, source)
) STRICT, WITHOUT ROWID;

CREATE INDEX view_tag_said ON view_tag (field, said);

-- Duties, apart from their register, so that they are found by time.
CREATE TABLE view_duty (
  key      TEXT PRIMARY KEY,
  officer  TEXT NOT NULL,
  recorder TEXT,
  from_at  TEXT NOT NULL,
  to_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_duty_officer ON view_duty (officer, from_at);
CREATE INDEX view_duty_recorder ON view_duty (recorder, from_at);
