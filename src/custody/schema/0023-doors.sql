-- By which backups are listed as they were made, and requests of a time are counted.
CREATE INDEX view_backup_seq ON view_backup (seq);
CREATE INDEX view_request_submitted ON view_request (submitted);

-- Until when persons want items kept beyond their class: the latest of what was said counts.
CREATE TABLE view_extended (
  seq      INTEGER PRIMARY KEY,
  evidence TEXT NOT NULL,
  until    TEXT NOT NULL,
  reason   TEXT,
  actor    TEXT NOT NULL,
  at       TEXT NOT NULL
) STRICT;
CREATE INDEX view_extended_evidence ON view_extended (evidence);
