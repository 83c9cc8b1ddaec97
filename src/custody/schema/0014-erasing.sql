-- Erasing recorders: what was shown, what was begun, and what became of each file; how full recorders are.
CREATE TABLE view_erasing_list (
  docking   TEXT PRIMARY KEY,
  list      TEXT NOT NULL,
  files     INTEGER NOT NULL,
  bytes     INTEGER NOT NULL,
  proposed  TEXT NOT NULL,
  confirmed TEXT,
  confirmer TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE view_erasing (
  erasing  TEXT PRIMARY KEY,
  docking  TEXT NOT NULL,
  recorder TEXT NOT NULL,
  list     TEXT NOT NULL,
  files    INTEGER NOT NULL,
  bytes    INTEGER NOT NULL,
  source   TEXT NOT NULL,
  begun    TEXT NOT NULL,
  finished TEXT,
  because  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_erasing_docking ON view_erasing (docking);
CREATE INDEX view_erasing_open ON view_erasing (erasing) WHERE finished IS NULL;

CREATE TABLE view_erased (
  erasing     TEXT NOT NULL,
  file        INTEGER NOT NULL,
  docking     TEXT NOT NULL,
  recorder    TEXT NOT NULL,
  evidence    TEXT NOT NULL,
  sidecar     INTEGER NOT NULL,
  -- Null where the name was erased beside the ledger.
  path        TEXT,
  path_base64 TEXT,
  bytes       INTEGER NOT NULL,
  modified    TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  -- `going` is unknown once its erasing is over: then the next docking shows it.
  state       TEXT NOT NULL,
  reason      TEXT,
  at          TEXT NOT NULL,
  PRIMARY KEY (erasing, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_erased_evidence ON view_erased (evidence);
CREATE INDEX view_erased_going ON view_erased (recorder) WHERE state = 'going';

CREATE TABLE view_recorder_space (
  recorder TEXT PRIMARY KEY,
  docking  TEXT NOT NULL,
  bytes    INTEGER NOT NULL,
  free     INTEGER NOT NULL,
  locked   INTEGER NOT NULL,
  at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
