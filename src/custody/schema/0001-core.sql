-- The ledger: leaves byte for byte, personal values beside them, complete tiles, signed heads.
CREATE TABLE ledger_entry (
  seq  INTEGER PRIMARY KEY,
  leaf BLOB NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE ledger_personal (
  seq   INTEGER NOT NULL,
  field TEXT NOT NULL,
  salt  BLOB NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (seq, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_tile (
  level  INTEGER NOT NULL,
  place  INTEGER NOT NULL,
  -- What the tile is in the level above: a proof reads up to 255 of them, which lie before the pages of the hashes.
  root   BLOB NOT NULL CHECK (length(root) = 32),
  hashes BLOB NOT NULL CHECK (length(hashes) = 8192),
  PRIMARY KEY (level, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;

-- Views: what the entries say, made by replaying them and by nothing else.
CREATE TABLE view_entry (
  seq     INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  type    TEXT NOT NULL,
  actor   TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;
CREATE INDEX view_entry_type ON view_entry (type, seq);
CREATE INDEX view_entry_actor ON view_entry (actor, seq);
CREATE INDEX view_entry_subject ON view_entry (subject, seq);
CREATE INDEX view_entry_at ON view_entry (at);

CREATE TABLE view_station (
  code        TEXT PRIMARY KEY,
  origin      TEXT NOT NULL,
  initialised TEXT NOT NULL
) STRICT;

CREATE TABLE view_port (
  path  TEXT PRIMARY KEY,
  port  TEXT NOT NULL UNIQUE,
  named TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_recorder (
  recorder    TEXT PRIMARY KEY,
  profile     TEXT,
  holder      TEXT,
  registered  TEXT,
  first_seen  TEXT,
  last_seen   TEXT
) STRICT;

CREATE TABLE view_docking (
  docking        TEXT PRIMARY KEY,
  port           TEXT NOT NULL,
  root           TEXT NOT NULL,
  read_only      INTEGER,
  recorder       TEXT,
  profile        TEXT,
  assigned       INTEGER NOT NULL DEFAULT 0,
  started        TEXT NOT NULL,
  completed      TEXT,
  ended          TEXT,
  because        TEXT,
  refused        TEXT,
  recordings     INTEGER NOT NULL DEFAULT 0,
  bytes_listed   INTEGER NOT NULL DEFAULT 0,
  stored         INTEGER NOT NULL DEFAULT 0,
  secured        INTEGER NOT NULL DEFAULT 0,
  already_stored INTEGER NOT NULL DEFAULT 0,
  failed         INTEGER NOT NULL DEFAULT 0,
  deferred       INTEGER NOT NULL DEFAULT 0,
  ignored        INTEGER NOT NULL DEFAULT 0,
  bytes          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX view_docking_started ON view_docking (started);

CREATE TABLE view_evidence (
  evidence    TEXT PRIMARY KEY,
  recorder    TEXT NOT NULL,
  docking     TEXT NOT NULL,
  recording   TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  blake3      TEXT NOT NULL,
  sm3         TEXT,
  bytes       INTEGER NOT NULL,
  path        TEXT NOT NULL,
  path_base64 TEXT,
  modified    TEXT NOT NULL,
  device      TEXT,
  officer     TEXT,
  start       TEXT,
  segment     INTEGER,
  important   INTEGER NOT NULL,
  resumed     INTEGER NOT NULL,
  secured     TEXT NOT NULL,
  stored      TEXT,
  UNIQUE (sha256, recorder)
) STRICT;
CREATE INDEX view_evidence_docking ON view_evidence (docking);
CREATE INDEX view_evidence_officer ON view_evidence (officer, start);
CREATE INDEX view_evidence_secured ON view_evidence (secured);
CREATE INDEX view_evidence_unstored ON view_evidence (evidence) WHERE stored IS NULL;

CREATE TABLE view_original (
  sha256       TEXT PRIMARY KEY,
  blake3       TEXT NOT NULL,
  bytes        INTEGER NOT NULL,
  vault        TEXT NOT NULL,
  object       TEXT NOT NULL,
  retain_until TEXT NOT NULL,
  immutable    INTEGER NOT NULL,
  stored       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Each place on a recorder where an evidence item was seen, by which it is known again.
CREATE TABLE view_sighting (
  recorder    TEXT NOT NULL,
  path        TEXT NOT NULL,
  path_base64 TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  modified    TEXT NOT NULL,
  head_blake3 TEXT NOT NULL,
  tail_blake3 TEXT NOT NULL,
  evidence    TEXT NOT NULL,
  PRIMARY KEY (recorder, path, path_base64, bytes, modified)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_sidecar (
  evidence    TEXT NOT NULL,
  path        TEXT NOT NULL,
  path_base64 TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  modified    TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  object      TEXT NOT NULL,
  PRIMARY KEY (evidence, path, path_base64, bytes, modified)
) STRICT, WITHOUT ROWID;

-- Recordings that a docking left behind.
CREATE TABLE view_left (
  seq         INTEGER PRIMARY KEY,
  docking     TEXT NOT NULL,
  recorder    TEXT NOT NULL,
  path        TEXT NOT NULL,
  path_base64 TEXT,
  bytes       INTEGER NOT NULL,
  state       TEXT NOT NULL,
  reason      TEXT NOT NULL,
  at_offset   INTEGER,
  errno       TEXT
) STRICT;
CREATE INDEX view_left_docking ON view_left (docking);

CREATE TABLE view_alarm (
  alarm        TEXT PRIMARY KEY,
  code         TEXT NOT NULL,
  key          TEXT NOT NULL,
  severity     TEXT NOT NULL,
  params       TEXT NOT NULL,
  raised       TEXT NOT NULL,
  acknowledged TEXT,
  acknowledger TEXT,
  note         TEXT
) STRICT;
CREATE INDEX view_alarm_open ON view_alarm (key) WHERE acknowledged IS NULL;
CREATE INDEX view_alarm_raised ON view_alarm (raised);

-- Work: queues and journals of what is under way. Not evidence, not replayed.
CREATE TABLE work_copy (
  recording   TEXT PRIMARY KEY,
  recorder    TEXT NOT NULL,
  path_base64 TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  modified_ns TEXT NOT NULL,
  begun       TEXT NOT NULL
) STRICT;
CREATE INDEX work_copy_source ON work_copy (recorder, path_base64, bytes, modified_ns);

CREATE TABLE work_piece (
  recording TEXT NOT NULL,
  piece     INTEGER NOT NULL,
  blake3    TEXT NOT NULL,
  PRIMARY KEY (recording, piece)
) STRICT, WITHOUT ROWID;

CREATE TABLE work_published (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
