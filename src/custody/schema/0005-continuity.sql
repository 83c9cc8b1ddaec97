-- What the containers of recordings say of themselves.
CREATE TABLE view_probe (
  evidence TEXT PRIMARY KEY,
  -- Canonical JSON, as the entry holds it.
  facts    TEXT NOT NULL,
  -- The texts in the file, canonical JSON too.
  tags     TEXT,
  -- The last entry that changed what the recording is compared by: its container, its times, its session.
  changed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX view_probe_changed ON view_probe (changed);

-- Recordings of which nobody has kept what their containers say; one that an older version has timed is looked at once more.
CREATE TABLE view_unprobed (
  evidence TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO view_unprobed (evidence) SELECT evidence FROM view_session_item;
DROP INDEX view_session_item_untimed;

-- The last dockings of each recorder, and which recordings lay on its card.
CREATE TABLE view_card (
  docking   TEXT PRIMARY KEY,
  recorder  TEXT NOT NULL,
  -- The last entry that says what was on it, and the one that says that all of that had its outcome.
  listed    INTEGER,
  completed INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX view_card_recorder ON view_card (recorder, docking);

CREATE TABLE view_seen (
  docking  TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (docking, evidence)
) STRICT, WITHOUT ROWID;

CREATE TABLE view_finding (
  finding   TEXT PRIMARY KEY,
  code      TEXT NOT NULL,
  key       TEXT NOT NULL,
  recorder  TEXT NOT NULL,
  docking   TEXT NOT NULL,
  -- Canonical JSON, as the entry holds it.
  made      TEXT NOT NULL,
  said      TEXT,
  state     TEXT NOT NULL,
  at        TEXT NOT NULL,
  -- When and by whom it was explained, dismissed or withdrawn, and in the last case why.
  settled   TEXT,
  settler   TEXT,
  because   TEXT,
  -- The statement on an interruption.
  happened  TEXT,
  who       TEXT,
  why       TEXT,
  signed_by TEXT,
  text      TEXT,
  reason    TEXT
) STRICT;
CREATE INDEX view_finding_key ON view_finding (key) WHERE state <> 'withdrawn';
CREATE INDEX view_finding_state ON view_finding (state, finding);
CREATE INDEX view_finding_docking ON view_finding (docking, code);
CREATE INDEX view_finding_recorder ON view_finding (recorder, code);

CREATE TABLE view_finding_evidence (
  finding  TEXT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (finding, evidence)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_finding_evidence_evidence ON view_finding_evidence (evidence);

CREATE TABLE view_finding_attachment (
  finding TEXT NOT NULL,
  sha256  TEXT NOT NULL,
  bytes   INTEGER NOT NULL,
  name    TEXT,
  PRIMARY KEY (finding, sha256)
) STRICT, WITHOUT ROWID;

-- Recordings that are to be compared with those around them, once everything of their docking is known.
CREATE TABLE work_look (
  evidence TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What the entries before this version say of cards.
INSERT INTO view_card (docking, recorder)
  SELECT substr(v.subject, 9), json_extract(CAST(e.leaf AS TEXT), '$.data.recorder')
  FROM view_entry v JOIN ledger_entry e USING (seq)
  WHERE v.seq IN (SELECT min(seq) FROM view_entry WHERE type = 'docking.identified' GROUP BY subject);
UPDATE view_card SET
  listed = (SELECT max(seq) FROM view_entry WHERE type = 'docking.listed' AND subject = 'docking:' || docking),
  completed = (SELECT max(seq) FROM view_entry WHERE type = 'docking.completed' AND subject = 'docking:' || docking);
INSERT OR IGNORE INTO view_seen (docking, evidence)
  SELECT docking, evidence FROM view_evidence
  UNION SELECT json_extract(CAST(e.leaf AS TEXT), '$.data.docking'), json_extract(CAST(e.leaf AS TEXT), '$.data.evidence')
    FROM view_entry v JOIN ledger_entry e USING (seq) WHERE v.type = 'recording.duplicate'
  UNION SELECT json_extract(CAST(e.leaf AS TEXT), '$.data.docking'), one.value
    FROM view_entry v JOIN ledger_entry e USING (seq), json_each(CAST(e.leaf AS TEXT), '$.data.evidence') one
    WHERE v.type = 'recordings.recognised';
DELETE FROM view_seen WHERE docking NOT IN (
  SELECT docking FROM (
    SELECT docking, row_number() OVER (PARTITION BY recorder ORDER BY docking DESC) AS place FROM view_card
  ) WHERE place <= 4
);
-- Older ones are not compared any more.
INSERT INTO work_cursor (name, value) SELECT 'cards', coalesce(max(seq), -1) FROM view_entry;
