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
