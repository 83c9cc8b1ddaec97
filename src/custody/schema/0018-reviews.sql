-- Draws of cases for mutual review (HY-16), and what the reviews found.
CREATE TABLE view_review (
  review            TEXT PRIMARY KEY,
  from_day          TEXT NOT NULL,
  to_day            TEXT NOT NULL,
  unit              TEXT,
  seed              TEXT NOT NULL,
  population        INTEGER NOT NULL,
  population_sha256 TEXT NOT NULL,
  note              TEXT,
  drawer            TEXT NOT NULL,
  drawn             TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE view_review_case (
  review    TEXT NOT NULL,
  number    TEXT NOT NULL,
  reviewer  TEXT NOT NULL,
  grade     TEXT,
  found     TEXT,
  mend      TEXT,
  enterer   TEXT,
  entered   TEXT,
  PRIMARY KEY (review, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX view_review_case_number ON view_review_case (number, review);
CREATE INDEX view_review_case_reviewer ON view_review_case (reviewer, review);
