-- Originals whose copies in the mirror are to be looked at: legal holds have come or gone.
CREATE TABLE work_mirror_hold (
  sha256 TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What was not read back when it was stored is the first to be.
UPDATE work_fixity SET checked = '1970-01-01T00:00:00Z' WHERE sha256 IN (SELECT sha256 FROM view_original_unread);
CREATE TRIGGER original_unread AFTER INSERT ON view_original_unread BEGIN
  UPDATE work_fixity SET checked = '1970-01-01T00:00:00Z' WHERE sha256 = new.sha256
    AND vault = (SELECT vault FROM view_original o WHERE o.sha256 = new.sha256);
END;
