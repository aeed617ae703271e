-- What the inbox counts, in an index of its own: no row is read to count it. It also finds what an operator holds.
CREATE INDEX conversation_holder ON conversation (claim_operator, claim_until, status);
DROP INDEX conversation_claim;

-- For a search of conversations with files.
CREATE INDEX message_file ON message (conversation_id) WHERE kind IN ('image', 'audio', 'voice', 'video', 'file');
