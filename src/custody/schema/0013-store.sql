-- Originals that a store took with their digests and was not asked for: a sample of the others was read back.
CREATE TABLE view_original_unread (
  sha256 TEXT PRIMARY KEY,
  stored TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Attachments that are on the station, verified, and not in the vault yet: they go up like recordings.
CREATE TABLE view_attachment_waiting (
  -- Names the staged copy.
  recording     TEXT PRIMARY KEY,
  -- What it is attached to, one of the two.
  justification TEXT,
  finding       TEXT,
  name          TEXT,
  bytes         INTEGER NOT NULL,
  sha256        TEXT NOT NULL,
  blake3        TEXT NOT NULL,
  secured       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_attachment_waiting_justification ON view_attachment_waiting (justification);
CREATE INDEX view_attachment_waiting_finding ON view_attachment_waiting (finding);
