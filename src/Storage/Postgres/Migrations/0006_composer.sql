-- What an operator has begun to write; nobody else sees it.
CREATE TABLE draft (
    operator_id     uuid NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    conversation_id uuid NOT NULL,
    text            text NOT NULL,
    is_note         boolean NOT NULL,
    reply_to        uuid NULL,
    media_ids       text NOT NULL,               -- JSON
    updated_at      bigint NOT NULL,
    PRIMARY KEY (operator_id, conversation_id)
);
CREATE INDEX draft_conversation ON draft (conversation_id);

CREATE TABLE canned_reply (
    id          uuid NOT NULL PRIMARY KEY,
    shortcut    text NOT NULL UNIQUE,            -- lower case
    title       text NOT NULL,
    text        text NOT NULL,
    language    text NULL,
    labels      text NOT NULL,                   -- JSON
    media_ids   text NOT NULL,                   -- JSON
    author_id   uuid NOT NULL,
    author_name text NOT NULL,
    uses        integer NOT NULL DEFAULT 0,
    used_at     bigint NULL,
    created_at  bigint NOT NULL,
    updated_at  bigint NOT NULL
);

-- Replies for later. A row leaves in the transaction that makes it a message; one with an error waits for a person.
CREATE TABLE scheduled_message (
    id              uuid NOT NULL PRIMARY KEY,
    conversation_id uuid NOT NULL,
    author_id       uuid NOT NULL,
    author_name     text NOT NULL,
    kind            text NOT NULL,
    body            text NULL,
    details         text NULL,
    reply_to        uuid NULL,
    send_at         bigint NOT NULL,
    error_code      text NULL,
    error_detail    text NULL,
    created_at      bigint NOT NULL
);
CREATE INDEX scheduled_message_due ON scheduled_message (send_at) WHERE error_code IS NULL;
CREATE INDEX scheduled_message_conversation ON scheduled_message (conversation_id);
