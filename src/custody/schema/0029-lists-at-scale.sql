-- Of one thing and of one person the entries of one kind, however many others there are. Of one thing there are few:
-- in the order of the ledger they are sorted.
DROP INDEX view_entry_subject;
CREATE INDEX view_entry_subject ON view_entry (subject, type, seq);
CREATE INDEX view_entry_actor_type ON view_entry (actor, type, seq);

-- Entries by the whole numbers that they say: three signs of a number stand in every other number too, so that the index of
-- signs has to read most of what it holds for one. Follows the ledger, and may be made anew from it.
CREATE VIRTUAL TABLE work_number USING fts5 (numbers, tokenize = 'ascii', content = '', contentless_delete = 1, detail = none);

-- By when a limit ends, or where none is known by the docking: as the reports ask.
CREATE INDEX view_verdict_when ON view_verdict (coalesce(due, json_extract(judgement, '$.docked')));
