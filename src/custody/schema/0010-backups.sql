-- Backups that were made; the folder is a personal value and may be lost.
CREATE TABLE view_backup (
  file    TEXT PRIMARY KEY,
  seq     INTEGER NOT NULL,
  made    TEXT NOT NULL,
  folder  TEXT,
  size    INTEGER NOT NULL,
  bytes   INTEGER NOT NULL,
  sha256  TEXT NOT NULL,
  removed TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_backup_made ON view_backup (made) WHERE removed IS NULL;
