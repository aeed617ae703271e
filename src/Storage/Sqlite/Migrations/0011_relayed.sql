-- Messages of pass-through channels whose words wait in memory for a desk, or were lost there. No words.
CREATE TABLE relayed (
    message_id      BLOB NOT NULL PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    conversation_id BLOB NOT NULL,
    state           INTEGER NOT NULL,
    since           INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX relayed_state ON relayed (state, since);
