-- What an act came to, where it could have come to something else.
CREATE TABLE view_outcome (
  seq    INTEGER PRIMARY KEY,
  result TEXT NOT NULL
) STRICT;
CREATE INDEX view_outcome_result ON view_outcome (result, seq);

INSERT INTO view_outcome (seq, result)
  SELECT seq, result FROM (
    SELECT v.seq, CASE
      WHEN v.type IN ('justification.decided', 'request.decided', 'proposal.decided', 'disposal.decided')
        THEN json_extract(CAST(l.leaf AS TEXT), '$.data.decision')
      WHEN v.type = 'docking.ended' THEN CASE json_extract(CAST(l.leaf AS TEXT), '$.data.because')
        WHEN 'cancelled' THEN 'cancelled' WHEN 'detached' THEN 'interrupted'
        WHEN 'interrupted' THEN 'interrupted' END
      WHEN v.type = 'request.expired' THEN 'expired'
      WHEN v.type IN ('docking.refused', 'evidence.disposal_refused', 'account.locked') THEN 'refused'
      ELSE 'failed' END AS result
    FROM view_entry v JOIN ledger_entry l USING (seq)
    WHERE v.type IN ('justification.decided', 'request.decided', 'proposal.decided', 'disposal.decided',
      'docking.ended', 'request.expired', 'docking.refused', 'evidence.disposal_refused', 'account.locked',
      'account.sign_in_failed', 'recording.failed', 'sidecar.failed', 'viewing.failed')
  ) WHERE result IS NOT NULL;

-- From where somebody came and where something went: found as it lies beside the ledger, so that what is erased there is
-- not found any more.
CREATE INDEX ledger_personal_address ON ledger_personal (value, seq) WHERE field = 'address';
CREATE INDEX ledger_personal_destination ON ledger_personal (value, seq) WHERE field = 'destination';

-- Questions that somebody has kept for themselves: no evidence, and nobody else's business.
CREATE TABLE work_question (
  account TEXT NOT NULL,
  name    TEXT NOT NULL,
  -- Which list is asked.
  about   TEXT NOT NULL,
  -- JSON: its filters.
  query   TEXT NOT NULL,
  saved   TEXT NOT NULL,
  PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;
