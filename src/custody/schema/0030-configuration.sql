-- Every configuration by which the station has acted; the last one stands.
CREATE TABLE view_config (
  seq          INTEGER PRIMARY KEY,
  adopted      TEXT NOT NULL,
  digest       TEXT NOT NULL,
  before       TEXT,
  because      TEXT NOT NULL,
  proposal     TEXT,
  started_by   TEXT,
  file_owner   TEXT,
  file_written TEXT,
  -- Lists of keys, JSON.
  keys         TEXT NOT NULL,
  sensitive    TEXT NOT NULL,
  waiting      TEXT NOT NULL,
  -- Null where erased beside the ledger.
  file         TEXT,
  settings     TEXT,
  changes      TEXT
) STRICT;
CREATE INDEX view_config_proposal ON view_config (proposal) WHERE proposal IS NOT NULL;

-- When each course of enforcement was first put together: by this its list is asked for a stretch of time.
CREATE TABLE view_session_came (
  session TEXT PRIMARY KEY,
  came    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_session_came_came ON view_session_came (came, session);
INSERT INTO view_session_came (session, came)
  SELECT substr(subject, length('session:') + 1), min(at) FROM view_entry WHERE type = 'session.formed' GROUP BY subject;

CREATE INDEX view_finding_at ON view_finding (at, finding);
CREATE INDEX view_justification_submitted ON view_justification (submitted, justification);
