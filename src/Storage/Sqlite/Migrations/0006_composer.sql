-- What an operator has begun to write; nobody else sees it.
CREATE TABLE draft (
    operator_id     BLOB NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    conversation_id BLOB NOT NULL,
    text            TEXT NOT NULL,
    is_note         INTEGER NOT NULL,
    reply_to        BLOB NULL,
    media_ids       TEXT NOT NULL,               -- JSON
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (operator_id, conversation_id)
) WITHOUT ROWID;
CREATE INDEX draft_conversation ON draft (conversation_id);

CREATE TABLE canned_reply (
    id          BLOB NOT NULL PRIMARY KEY,
    shortcut    TEXT NOT NULL UNIQUE,            -- lower case
    title       TEXT NOT NULL,
    text        TEXT NOT NULL,
    language    TEXT NULL,
    labels      TEXT NOT NULL,                   -- JSON
    media_ids   TEXT NOT NULL,                   -- JSON
    author_id   BLOB NOT NULL,
    author_name TEXT NOT NULL,
    uses        INTEGER NOT NULL DEFAULT 0,
    used_at     INTEGER NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
);

-- Replies for later. A row leaves in the transaction that makes it a message; one with an error waits for a person.
CREATE TABLE scheduled_message (
    id              BLOB NOT NULL PRIMARY KEY,
    conversation_id BLOB NOT NULL,
    author_id       BLOB NOT NULL,
    author_name     TEXT NOT NULL,
    kind            TEXT NOT NULL,
    body            TEXT NULL,
    details         TEXT NULL,
    reply_to        BLOB NULL,
    send_at         INTEGER NOT NULL,
    error_code      TEXT NULL,
    error_detail    TEXT NULL,
    created_at      INTEGER NOT NULL
);
CREATE INDEX scheduled_message_due ON scheduled_message (send_at) WHERE error_code IS NULL;
CREATE INDEX scheduled_message_conversation ON scheduled_message (conversation_id);
