-- What a message said before it was edited. The database itself keeps it, so that no way of changing a message forgets it and none
-- of taking one back leaves it behind.
CREATE TABLE earlier_words (
    message_id uuid NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    until      bigint NOT NULL,
    body       text NOT NULL
);
CREATE INDEX earlier_words_message ON earlier_words (message_id, until);

CREATE FUNCTION keep_earlier_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO earlier_words (message_id, until, body) VALUES (OLD.id, NEW.edited_at, OLD.body);
    RETURN NULL;
END $$;

CREATE TRIGGER message_edited AFTER UPDATE OF body ON message FOR EACH ROW
WHEN (NEW.deleted_at IS NULL AND NEW.edited_at IS NOT NULL AND NEW.edited_at IS DISTINCT FROM OLD.edited_at AND OLD.body <> NEW.body)
EXECUTE FUNCTION keep_earlier_words();

CREATE FUNCTION forget_earlier_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM earlier_words WHERE message_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER message_taken_back AFTER UPDATE OF deleted_at ON message FOR EACH ROW
WHEN (NEW.deleted_at IS NOT NULL)
EXECUTE FUNCTION forget_earlier_words();
