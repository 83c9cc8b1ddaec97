-- By which backups are listed as they were made, and requests of a time are counted.
CREATE INDEX view_backup_seq ON view_backup (seq);
CREATE INDEX view_request_submitted ON view_request (submitted);
