-- Recordings whose tags are to be looked at again, in the order in which that was asked. Each asking is a row of its own: one
-- that is committed while the recording is being looked at is not taken off with those before it.
CREATE TABLE work_tag_again (
  place    INTEGER PRIMARY KEY AUTOINCREMENT,
  evidence TEXT NOT NULL
) STRICT;

-- The same for those whose session is to be judged again.
ALTER TABLE work_relabelled RENAME TO work_relabelled_before;
CREATE TABLE work_relabelled (
  place    INTEGER PRIMARY KEY AUTOINCREMENT,
  evidence TEXT NOT NULL
) STRICT;
INSERT INTO work_relabelled (evidence) SELECT evidence FROM work_relabelled_before;
DROP TABLE work_relabelled_before;
