-- Recordings whose tags have changed since their session was judged: HY-11 asks for labels.
CREATE TABLE work_relabelled (
  evidence TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Nobody had looked at the labels of these.
INSERT INTO work_relabelled (evidence)
  SELECT evidence FROM view_session_item WHERE session IN
    (SELECT session FROM view_verdict WHERE judgement LIKE '%"labels_unknown"%');
