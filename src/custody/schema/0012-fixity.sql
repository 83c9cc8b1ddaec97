-- Second vaults, what is in them, and what was found damaged anywhere.
CREATE TABLE view_mirror (
  seq   INTEGER PRIMARY KEY,
  vault TEXT NOT NULL,
  kind  TEXT NOT NULL,
  place TEXT,
  added TEXT NOT NULL
) STRICT;

CREATE TABLE view_mirrored (
  vault        TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  object       TEXT NOT NULL,
  bytes        INTEGER NOT NULL,
  retain_until TEXT NOT NULL,
  immutable    INTEGER NOT NULL,
  mirrored     TEXT NOT NULL,
  PRIMARY KEY (vault, sha256)
) STRICT, WITHOUT ROWID;

-- Those that are damaged now stand without `ended`.
CREATE TABLE view_damage (
  seq    INTEGER PRIMARY KEY,
  vault  TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  object TEXT NOT NULL,
  kind   TEXT NOT NULL,
  since  TEXT NOT NULL,
  ended  TEXT,
  because TEXT,
  kept   TEXT
) STRICT;
CREATE INDEX view_damage_original ON view_damage (sha256, vault);
CREATE INDEX view_damage_open ON view_damage (vault) WHERE ended IS NULL;

CREATE TABLE view_fixity (
  seq       INTEGER PRIMARY KEY,
  vault     TEXT NOT NULL,
  from_at   TEXT NOT NULL,
  at        TEXT NOT NULL,
  checked   INTEGER NOT NULL,
  bytes     INTEGER NOT NULL,
  damaged   INTEGER NOT NULL,
  held      INTEGER NOT NULL,
  all_since TEXT
) STRICT;
CREATE INDEX view_fixity_vault ON view_fixity (vault, seq);

-- When each copy was last read back whole; storing and mirroring read it back too.
CREATE TABLE work_fixity (
  vault   TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  bytes   INTEGER NOT NULL,
  checked TEXT NOT NULL,
  PRIMARY KEY (vault, sha256)
) STRICT, WITHOUT ROWID;
INSERT INTO work_fixity (vault, sha256, bytes, checked)
  SELECT vault, sha256, bytes, stored FROM view_original ORDER BY vault, sha256;
CREATE INDEX work_fixity_checked ON work_fixity (vault, checked);

-- What is counted since the last summary.
CREATE TABLE work_fixity_count (
  vault   TEXT PRIMARY KEY,
  from_at TEXT NOT NULL,
  checked INTEGER NOT NULL,
  bytes   INTEGER NOT NULL,
  damaged INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sums that would cost a walk over a million rows each time they are shown.
CREATE TABLE work_fixity_held (
  vault TEXT PRIMARY KEY,
  held  INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO work_fixity_held (vault, held, bytes)
  SELECT vault, count(*), sum(bytes) FROM work_fixity GROUP BY vault;

-- Originals of which the newest mirror has no copy; where there is no mirror, that is all of them, and none stands here.
CREATE TABLE work_single (
  sha256    TEXT PRIMARY KEY,
  bytes     INTEGER NOT NULL,
  stored    TEXT NOT NULL,
  important INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX work_single_stored ON work_single (stored);
CREATE INDEX work_single_important ON work_single (stored) WHERE important = 1;

-- By triggers, so that these follow the views wherever those are written: as entries come in, in a restored station,
-- in one that is rebuilt from its vault.
CREATE TRIGGER fixity_held AFTER INSERT ON work_fixity BEGIN
  INSERT INTO work_fixity_held (vault, held, bytes) VALUES (new.vault, 1, new.bytes)
  ON CONFLICT (vault) DO UPDATE SET held = held + 1, bytes = bytes + excluded.bytes;
END;
CREATE TRIGGER fixity_released AFTER DELETE ON work_fixity BEGIN
  UPDATE work_fixity_held SET held = held - 1, bytes = bytes - old.bytes WHERE vault = old.vault;
END;

CREATE TRIGGER original_stands AFTER INSERT ON view_original BEGIN
  INSERT OR IGNORE INTO work_fixity (vault, sha256, bytes, checked)
    VALUES (new.vault, new.sha256, new.bytes, new.stored);
  INSERT OR IGNORE INTO work_single (sha256, bytes, stored, important)
    SELECT new.sha256, new.bytes, new.stored,
      EXISTS (SELECT 1 FROM view_evidence e WHERE e.sha256 = new.sha256 AND e.important = 1)
    WHERE EXISTS (SELECT 1 FROM view_mirror);
END;
CREATE TRIGGER original_goes AFTER DELETE ON view_original BEGIN
  DELETE FROM work_fixity WHERE vault = old.vault AND sha256 = old.sha256;
  DELETE FROM work_single WHERE sha256 = old.sha256;
END;

CREATE TRIGGER mirrored_stands AFTER INSERT ON view_mirrored BEGIN
  INSERT OR IGNORE INTO work_fixity (vault, sha256, bytes, checked)
    VALUES (new.vault, new.sha256, new.bytes, new.mirrored);
  DELETE FROM work_single WHERE sha256 = new.sha256
    AND new.vault = (SELECT vault FROM view_mirror ORDER BY seq DESC LIMIT 1);
END;
CREATE TRIGGER mirrored_goes AFTER DELETE ON view_mirrored BEGIN
  DELETE FROM work_fixity WHERE vault = old.vault AND sha256 = old.sha256;
END;

-- Another mirror begins with what it holds already, which is mostly nothing.
CREATE TRIGGER mirror_added AFTER INSERT ON view_mirror BEGIN
  DELETE FROM work_single;
  INSERT INTO work_single (sha256, bytes, stored, important)
    SELECT o.sha256, o.bytes, o.stored,
      EXISTS (SELECT 1 FROM view_evidence e WHERE e.sha256 = o.sha256 AND e.important = 1)
    FROM view_original o
    WHERE NOT EXISTS (SELECT 1 FROM view_mirrored m WHERE m.vault = new.vault AND m.sha256 = o.sha256)
      AND NOT EXISTS (SELECT 1 FROM view_disposed d WHERE d.sha256 = o.sha256);
END;

-- What a disposal takes is missed nowhere; where it stands after all, or equal bytes have come in, it is again.
CREATE TRIGGER original_disposed AFTER INSERT ON view_disposed BEGIN
  DELETE FROM work_fixity WHERE sha256 = new.sha256 AND vault IN (SELECT vault FROM work_fixity_held);
  DELETE FROM work_single WHERE sha256 = new.sha256;
END;
CREATE TRIGGER original_back AFTER DELETE ON view_disposed BEGIN
  INSERT OR IGNORE INTO work_fixity (vault, sha256, bytes, checked)
    SELECT vault, sha256, bytes, stored FROM view_original WHERE sha256 = old.sha256
    UNION ALL
    SELECT vault, sha256, bytes, mirrored FROM view_mirrored
      WHERE sha256 = old.sha256 AND vault IN (SELECT vault FROM view_mirror);
  INSERT OR IGNORE INTO work_single (sha256, bytes, stored, important)
    SELECT o.sha256, o.bytes, o.stored,
      EXISTS (SELECT 1 FROM view_evidence e WHERE e.sha256 = o.sha256 AND e.important = 1)
    FROM view_original o WHERE o.sha256 = old.sha256 AND EXISTS (SELECT 1 FROM view_mirror)
      AND NOT EXISTS (SELECT 1 FROM view_mirrored m WHERE m.sha256 = o.sha256
        AND m.vault = (SELECT vault FROM view_mirror ORDER BY seq DESC LIMIT 1));
END;
DELETE FROM work_fixity WHERE sha256 IN (SELECT sha256 FROM view_disposed);
