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
