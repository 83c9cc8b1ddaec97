-- The class of each item; one without a row is unclassified.
CREATE TABLE view_class (
  evidence TEXT PRIMARY KEY,
  class    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_class_class ON view_class (class, evidence);

-- Dates later than the one with which an original was stored.
CREATE TABLE view_retained (
  sha256 TEXT PRIMARY KEY,
  until  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Originals on legal hold, and why: words with spaces between.
CREATE TABLE view_held (
  sha256  TEXT PRIMARY KEY,
  because TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Holds that persons have placed.
CREATE TABLE view_hold (
  hold        TEXT PRIMARY KEY,
  seq         INTEGER NOT NULL,
  of          TEXT NOT NULL,
  about       TEXT NOT NULL,
  reason      TEXT,
  placer      TEXT NOT NULL,
  placed      TEXT NOT NULL,
  lifter      TEXT,
  lifted      TEXT,
  lift_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_hold_standing ON view_hold (of, about) WHERE lifted IS NULL;
CREATE INDEX view_hold_seq ON view_hold (seq);

CREATE TABLE view_disposal (
  disposal TEXT PRIMARY KEY,
  seq      INTEGER NOT NULL,
  state    TEXT NOT NULL,
  reason   TEXT,
  proposer TEXT NOT NULL,
  proposed TEXT NOT NULL,
  decider  TEXT,
  decided  TEXT,
  note     TEXT,
  finished TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_disposal_seq ON view_disposal (seq);
CREATE INDEX view_disposal_open ON view_disposal (state) WHERE finished IS NULL;

CREATE TABLE view_disposal_item (
  disposal TEXT NOT NULL,
  evidence TEXT NOT NULL,
  state    TEXT NOT NULL,
  because  TEXT,
  at       TEXT NOT NULL,
  PRIMARY KEY (disposal, evidence)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_disposal_item_evidence ON view_disposal_item (evidence, state);

-- Originals that an approved disposal takes or has taken out of the vaults, until equal bytes come in again.
CREATE TABLE view_disposed (
  sha256   TEXT PRIMARY KEY,
  disposal TEXT NOT NULL,
  evidence TEXT NOT NULL,
  begun    TEXT NOT NULL,
  done     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_disposed_evidence ON view_disposed (evidence, disposal);

-- Which items have an original.
CREATE INDEX view_sidecar_sha256 ON view_sidecar (sha256);

-- What expires first.
CREATE INDEX view_original_retain_until ON view_original (retain_until);

-- Originals whose keeping is to be looked at; `releasing`: the ledger says that the hold is off, the vaults may not.
CREATE TABLE work_retention (
  sha256    TEXT PRIMARY KEY,
  releasing INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
