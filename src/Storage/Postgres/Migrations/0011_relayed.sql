-- Messages of pass-through channels whose words wait in memory for a desk, or were lost there. No words.
CREATE TABLE relayed (
    message_id      uuid NOT NULL PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    conversation_id uuid NOT NULL,
    state           smallint NOT NULL,
    since           bigint NOT NULL
);
CREATE INDEX relayed_state ON relayed (state, since);
