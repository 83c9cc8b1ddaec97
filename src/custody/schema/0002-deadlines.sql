-- In time or not: when recordings began and ended, which of them are one course of enforcement, and the verdicts.
CREATE TABLE view_session_item (
  evidence     TEXT PRIMARY KEY,
  recorder     TEXT NOT NULL,
  docking      TEXT NOT NULL,
  officer      TEXT,
  -- The file name's own start and number, by which the segments of one recording are known.
  named        TEXT,
  segment      INTEGER,
  secured      TEXT NOT NULL,
  stored       TEXT,
  -- From here on unknown until the recording has been timed.
  docked       TEXT,
  start        TEXT,
  start_source TEXT,
  duration_ms  INTEGER,
  ended        TEXT,
  end_source   TEXT,
  claims       TEXT,
  offset_s     INTEGER,
  doubtful     INTEGER,
  session      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_session_item_untimed ON view_session_item (evidence) WHERE docked IS NULL;
CREATE INDEX view_session_item_unplaced ON view_session_item (evidence) WHERE session IS NULL;
CREATE INDEX view_session_item_session ON view_session_item (session);
CREATE INDEX view_session_item_docking ON view_session_item (docking);
CREATE INDEX view_session_item_recorder ON view_session_item (recorder, start);
CREATE INDEX view_session_item_named ON view_session_item (recorder, named) WHERE segment IS NOT NULL;

CREATE TABLE view_session (
  session  TEXT PRIMARY KEY,
  recorder TEXT NOT NULL,
  -- Somebody has split or joined it: the rule of the gap no longer moves what is in it.
  fixed    INTEGER NOT NULL,
  returned TEXT,
  returned_source TEXT,
  -- The last entry that changed what it is judged by.
  changed  INTEGER NOT NULL
) STRICT;
CREATE INDEX view_session_changed ON view_session (changed);

CREATE TABLE view_verdict (
  session       TEXT NOT NULL,
  rule          INTEGER NOT NULL,
  policy        TEXT NOT NULL,
  digest        TEXT NOT NULL,
  clause        TEXT NOT NULL,
  verdict       TEXT NOT NULL,
  justification TEXT NOT NULL,
  doubtful      INTEGER NOT NULL,
  provisional   INTEGER NOT NULL,
  by_system     INTEGER NOT NULL,
  due           TEXT,
  last_due      TEXT,
  stored        TEXT,
  -- Everything of the judgement, as the entry holds it.
  judgement     TEXT NOT NULL,
  -- When time alone changes it, in milliseconds since 1970.
  next_ms       INTEGER,
  seq           INTEGER NOT NULL,
  PRIMARY KEY (session, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_verdict_next ON view_verdict (next_ms) WHERE next_ms IS NOT NULL;
CREATE INDEX view_verdict_verdict ON view_verdict (verdict, session);
CREATE INDEX view_verdict_due ON view_verdict (due);

CREATE TABLE view_policy (
  seq     INTEGER PRIMARY KEY,
  policy  TEXT NOT NULL,
  digest  TEXT NOT NULL,
  adopted TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE view_calendar (
  seq     INTEGER PRIMARY KEY,
  digest  TEXT NOT NULL,
  adopted TEXT NOT NULL
) STRICT;

-- Days that were imported, beside those that the program and the configuration know.
CREATE TABLE view_calendar_day (
  day  TEXT PRIMARY KEY,
  kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_calendar_year (
  year INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE view_justification (
  justification TEXT PRIMARY KEY,
  session       TEXT NOT NULL,
  category      TEXT NOT NULL,
  text          TEXT,
  state         TEXT NOT NULL,
  submitter     TEXT NOT NULL,
  submitted     TEXT NOT NULL,
  decider       TEXT,
  decided       TEXT,
  note          TEXT
) STRICT;
CREATE INDEX view_justification_session ON view_justification (session);

CREATE TABLE view_attachment (
  justification TEXT NOT NULL,
  sha256        TEXT NOT NULL,
  bytes         INTEGER NOT NULL,
  name          TEXT,
  PRIMARY KEY (justification, sha256)
) STRICT, WITHOUT ROWID;

-- How far a recorder's clock was from the station's at a docking.
CREATE TABLE view_clock (
  docking   TEXT PRIMARY KEY,
  recorder  TEXT NOT NULL,
  offset_s  INTEGER,
  source    TEXT NOT NULL,
  corrected INTEGER
) STRICT;

-- How far the judging has come.
CREATE TABLE work_cursor (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the entries before this version say of it.
INSERT INTO view_session_item (evidence, recorder, docking, officer, named, segment, secured, stored)
  SELECT evidence, recorder, docking, officer, start, segment, secured, stored FROM view_evidence;
