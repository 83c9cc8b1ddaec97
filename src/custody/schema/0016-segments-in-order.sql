-- The segments of one recording in their order: the first one, and the one before.
DROP INDEX view_session_item_named;
CREATE INDEX view_session_item_named ON view_session_item (recorder, named, segment) WHERE segment IS NOT NULL;
