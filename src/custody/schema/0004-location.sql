-- Where recordings were made.
CREATE TABLE view_location (
  evidence TEXT PRIMARY KEY,
  -- Everything of the entry's public part, canonical JSON.
  said     TEXT NOT NULL,
  -- The points that were kept, canonical JSON; null where there is none, or they were erased.
  track    TEXT
) STRICT, WITHOUT ROWID;

-- What could not be looked at: it waits for its bytes, or for ExifTool.
CREATE TABLE work_unlocated (
  evidence TEXT PRIMARY KEY,
  missing  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
