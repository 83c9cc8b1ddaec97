-- Other ways in than the dock, what marker files say, and the life of alarms.

-- Who handed in what, and why.
CREATE TABLE view_handed_in (
  docking        TEXT PRIMARY KEY,
  way            TEXT NOT NULL,
  by             TEXT,
  officer        TEXT,
  second         TEXT,
  second_officer TEXT,
  cause          TEXT,
  seal           TEXT,
  -- Whose it is by that person's word.
  recorder       TEXT,
  actor          TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a card's marker file says beside the number of its recorder: canonical JSON, lists of texts.
CREATE TABLE view_mark (
  docking       TEXT PRIMARY KEY,
  officers      TEXT NOT NULL,
  units         TEXT NOT NULL,
  officer_names TEXT NOT NULL,
  unit_names    TEXT NOT NULL,
  certain       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How far an alarm has come: raised, acknowledged, handled, closed.
CREATE TABLE view_alarm_life (
  alarm   TEXT PRIMARY KEY,
  state   TEXT NOT NULL,
  handled TEXT,
  handler TEXT,
  deed    TEXT,
  closed  TEXT,
  closer  TEXT,
  -- `person`, `cause_gone`, or `acknowledged`: seen to while an alarm knew no further life.
  because TEXT,
  note    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX view_alarm_life_open ON view_alarm_life (state) WHERE state <> 'closed';
CREATE INDEX view_alarm_key ON view_alarm (key);

-- By which what is missing is looked for.
CREATE INDEX view_docking_recorder ON view_docking (recorder, started);
CREATE INDEX view_session_item_start ON view_session_item (start);

-- What the entries before this version say of it.
INSERT INTO view_alarm_life (alarm, state, closed, closer, because, note)
  SELECT alarm, CASE WHEN acknowledged IS NULL THEN 'raised' ELSE 'closed' END, acknowledged, acknowledger,
    CASE WHEN acknowledged IS NOT NULL THEN 'acknowledged' END, note FROM view_alarm;
