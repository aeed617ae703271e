-- What a message said before it was edited. The database itself keeps it, so that no way of changing a message forgets it and none
-- of taking one back leaves it behind.
CREATE TABLE earlier_words (
    message_id BLOB NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    until      INTEGER NOT NULL,
    body       TEXT NOT NULL
);
CREATE INDEX earlier_words_message ON earlier_words (message_id, until);

CREATE TRIGGER message_edited AFTER UPDATE OF body ON message
WHEN NEW.deleted_at IS NULL AND NEW.edited_at IS NOT NULL AND NEW.edited_at IS NOT OLD.edited_at AND OLD.body <> NEW.body
BEGIN
    INSERT INTO earlier_words (message_id, until, body) VALUES (OLD.id, NEW.edited_at, OLD.body);
END;

CREATE TRIGGER message_taken_back AFTER UPDATE OF deleted_at ON message
WHEN NEW.deleted_at IS NOT NULL
BEGIN
    DELETE FROM earlier_words WHERE message_id = NEW.id;
END;
