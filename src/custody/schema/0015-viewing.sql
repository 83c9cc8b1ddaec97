-- What stands of viewing copies: the last outcome of each original.
CREATE TABLE view_viewing_copy (
  original TEXT PRIMARY KEY,
  settings TEXT NOT NULL,
  -- `made`, `failed`, `removed`
  state    TEXT NOT NULL,
  at       TEXT NOT NULL,
  -- Of the copy and its pictures together; 0 where none stands.
  bytes    INTEGER NOT NULL,
  -- Canonical JSON, as the entry holds it.
  said     TEXT NOT NULL,
  -- The last that ffmpeg said, where it failed.
  tail     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_viewing_copy_state ON view_viewing_copy (state, at);

-- Originals that wait for their copy.
CREATE TABLE work_viewing (
  original TEXT PRIMARY KEY,
  evidence TEXT NOT NULL,
  -- When somebody last wanted to watch it; null where nobody has.
  asked    TEXT
) STRICT, WITHOUT ROWID;

-- When each copy was last watched: the longest ago goes first where room is needed.
CREATE TABLE work_watched (
  original TEXT PRIMARY KEY,
  at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
