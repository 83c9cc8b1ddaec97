-- Sidecars that are on the station, verified, and not in the vault yet: they go up with their recordings.
CREATE TABLE view_sidecar_waiting (
  recording   TEXT PRIMARY KEY,
  evidence    TEXT NOT NULL,
  docking     TEXT NOT NULL,
  path        TEXT NOT NULL,
  path_base64 TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  modified    TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  blake3      TEXT NOT NULL,
  secured     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_sidecar_waiting_evidence ON view_sidecar_waiting (evidence);
