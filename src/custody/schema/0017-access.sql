-- Who may come in. Names are personal values and may be lost.
CREATE TABLE view_account (
  account TEXT PRIMARY KEY,
  name    TEXT,
  person  TEXT,
  officer TEXT,
  -- JSON: lists of texts.
  roles   TEXT NOT NULL,
  units   TEXT NOT NULL,
  state   TEXT NOT NULL,
  added   TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_account_name ON view_account (name);
CREATE INDEX view_account_officer ON view_account (officer);

-- Custom roles; the built-in ones stand in the code.
CREATE TABLE view_role (
  role          TEXT PRIMARY KEY,
  -- Canonical JSON, extents by permission.
  grants        TEXT NOT NULL,
  second_factor INTEGER NOT NULL,
  defined       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_token (
  token       TEXT PRIMARY KEY,
  account     TEXT NOT NULL,
  label       TEXT,
  permissions TEXT NOT NULL,
  made        TEXT NOT NULL,
  expires     TEXT NOT NULL,
  revoked     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_token_account ON view_token (account, token);

-- What needs two persons.
CREATE TABLE view_proposal (
  proposal TEXT PRIMARY KEY,
  kind     TEXT NOT NULL,
  content  TEXT,
  state    TEXT NOT NULL,
  proposer TEXT NOT NULL,
  made     TEXT NOT NULL,
  until    TEXT NOT NULL,
  decider  TEXT,
  decided  TEXT,
  note     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_proposal_state ON view_proposal (state, proposal);

-- Requests to watch, copy, give out, or lift a classification.
CREATE TABLE view_request (
  request   TEXT PRIMARY KEY,
  kind      TEXT NOT NULL,
  beneficiary TEXT NOT NULL,
  submitter TEXT NOT NULL,
  why       TEXT,
  recipient TEXT,
  until     TEXT NOT NULL,
  emergency INTEGER NOT NULL,
  items     INTEGER NOT NULL,
  state     TEXT NOT NULL,
  submitted TEXT NOT NULL,
  decider   TEXT,
  decided   TEXT,
  note      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_request_state ON view_request (state, request);
CREATE INDEX view_request_for ON view_request (beneficiary, request);
CREATE INDEX view_request_submitter ON view_request (submitter, request);
CREATE INDEX view_request_emergency ON view_request (request) WHERE emergency = 1;

CREATE TABLE view_request_evidence (
  evidence TEXT NOT NULL,
  request  TEXT NOT NULL,
  PRIMARY KEY (evidence, request)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_request_evidence_request ON view_request_evidence (request, evidence);

-- Each playback and each download. `from_s` and `to_s` are null for a download.
CREATE TABLE view_viewing (
  seq      INTEGER PRIMARY KEY,
  evidence TEXT NOT NULL,
  actor    TEXT NOT NULL,
  request  TEXT,
  what     TEXT NOT NULL,
  from_s   INTEGER,
  to_s     INTEGER,
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX view_viewing_evidence ON view_viewing (evidence, seq);
CREATE INDEX view_viewing_actor ON view_viewing (actor, seq);
CREATE INDEX view_viewing_request ON view_viewing (request, seq);

-- The units directly below one.
CREATE INDEX view_register_unit_parent ON view_register (json_extract(fields, '$.parent')) WHERE register = 'units';

-- Secrets: not in the ledger, so that nobody who may read it can try passwords, and so that they can be forgotten.
-- They are backed up with the database; a station restored from its vault alone has accounts without credentials.
CREATE TABLE work_password (
  account     TEXT PRIMARY KEY,
  -- PHC string: argon2id, its parameters, salt and hash.
  hash        TEXT NOT NULL,
  -- A one-time password: it opens nothing but its own change.
  must_change INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE work_pin (
  account TEXT PRIMARY KEY,
  hash    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A badge's number is looked for by its hash, which therefore has one salt for the station.
CREATE TABLE work_badge (
  account TEXT PRIMARY KEY,
  hash    TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE work_badge_salt (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  salt BLOB NOT NULL
) STRICT;

CREATE TABLE work_second_factor (
  account   TEXT PRIMARY KEY,
  -- Base32, as the authenticator got it.
  secret    TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  -- The last time step of which a code was taken: none is taken twice.
  last_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE work_recovery_code (
  account TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  PRIMARY KEY (account, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE work_sign_in (
  credential TEXT PRIMARY KEY,
  sha256     TEXT NOT NULL UNIQUE,
  account    TEXT NOT NULL,
  by         TEXT NOT NULL,
  seen       TEXT NOT NULL,
  ends       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX work_sign_in_account ON work_sign_in (account);
CREATE INDEX work_sign_in_ends ON work_sign_in (ends);

CREATE TABLE work_token (
  token  TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- Failures to sign in, by a digest of account and address.
CREATE TABLE work_failure (
  key      TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  -- The first of them, and until when nothing is tried any more.
  first    TEXT NOT NULL,
  until    TEXT,
  -- The account's share in it, so that it can be unlocked.
  account  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX work_failure_first ON work_failure (first);
CREATE INDEX work_failure_account ON work_failure (account);
