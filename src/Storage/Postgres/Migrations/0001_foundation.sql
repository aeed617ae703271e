-- Times are microseconds since 1970 UTC, ids UUIDv7, so both sort by time.

CREATE TABLE operator (
    id               uuid NOT NULL PRIMARY KEY,
    name             text NOT NULL,
    email            text NULL,
    role             smallint NOT NULL,
    password_hash    text NULL,
    telegram_user_id bigint NULL,
    created_at       bigint NOT NULL,
    updated_at       bigint NOT NULL
);
CREATE UNIQUE INDEX operator_email ON operator (lower(email)) WHERE email IS NOT NULL;
CREATE UNIQUE INDEX operator_telegram ON operator (telegram_user_id) WHERE telegram_user_id IS NOT NULL;

CREATE TABLE api_key (
    id           uuid NOT NULL PRIMARY KEY,
    operator_id  uuid NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    name         text NULL,
    hash         bytea NOT NULL UNIQUE,  -- SHA-256 of the whole key: a key is random, so a slow hash adds nothing
    created_at   bigint NOT NULL,
    last_used_at bigint NULL
);

CREATE TABLE channel (
    id          uuid NOT NULL PRIMARY KEY,
    platform    text NOT NULL,
    name        text NOT NULL,
    enabled     boolean NOT NULL,
    privacy     smallint NOT NULL,
    path        text NULL UNIQUE,
    settings    text NOT NULL,           -- JSON, secrets encrypted
    state       smallint NOT NULL,
    detail      text NULL,
    poll_offset text NULL,
    created_at  bigint NOT NULL,
    updated_at  bigint NOT NULL,
    deleted_at  bigint NULL             -- its conversations stay readable
);

CREATE TABLE contact (
    id         uuid NOT NULL PRIMARY KEY,
    name       text NULL,
    username   text NULL,
    language   text NULL,
    phone      text NULL,
    email      text NULL,
    avatar_id  uuid NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE identity (
    channel_id uuid NOT NULL,
    chat       text NOT NULL,            -- the platform's id of the person or chat
    contact_id uuid NOT NULL REFERENCES contact (id),
    name       text NULL,
    username   text NULL,
    blocked    boolean NOT NULL DEFAULT false,
    created_at bigint NOT NULL,
    PRIMARY KEY (channel_id, chat)
);
CREATE INDEX identity_contact ON identity (contact_id);

CREATE TABLE conversation (
    id              uuid NOT NULL PRIMARY KEY,
    channel_id      uuid NOT NULL,
    chat            text NOT NULL,
    contact_id      uuid NOT NULL REFERENCES contact (id),
    status          smallint NOT NULL,
    claim_operator  uuid NULL,
    claim_until     bigint NULL,
    unread          integer NOT NULL DEFAULT 0,
    labels          text NOT NULL DEFAULT '[]',
    last_seq        bigint NOT NULL DEFAULT 0,
    newest_time     bigint NOT NULL DEFAULT 0,   -- reading order of the newest inbound message
    newest_sequence bigint NOT NULL DEFAULT 0,
    last_message_id uuid NULL,
    last_inbound_at bigint NULL,
    waiting_since   bigint NULL,
    snoozed_until   bigint NULL,
    created_at      bigint NOT NULL,
    updated_at      bigint NOT NULL,
    active_minute   bigint NOT NULL GENERATED ALWAYS AS (updated_at / 60000000) STORED,
    UNIQUE (channel_id, chat)
) WITH (fillfactor = 50);
-- By the minute: an index on the very time would change with every message, this one a little later.
CREATE INDEX conversation_activity ON conversation (active_minute);
CREATE INDEX conversation_claim ON conversation (claim_operator) WHERE claim_operator IS NOT NULL;
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX conversation_contact ON conversation (contact_id);

CREATE TABLE conversation_label (
    conversation_id uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    label           text NOT NULL,
    PRIMARY KEY (conversation_id, label)
);
CREATE INDEX conversation_label_label ON conversation_label (label, conversation_id);

CREATE TABLE message (
    id              uuid NOT NULL PRIMARY KEY,
    conversation_id uuid NOT NULL,
    channel_id      uuid NOT NULL,
    seq             bigint NOT NULL,
    order_time      bigint NOT NULL,
    order_sequence  bigint NOT NULL,
    direction       smallint NOT NULL,
    author_kind     smallint NOT NULL,
    author_id       uuid NULL,
    author_name     text NULL,
    kind            text NOT NULL,
    body            text NULL,
    details         text NULL,                    -- JSON of what is not text; null for plain text
    reply_to        uuid NULL,
    platform_key    text NULL,                    -- unique per channel: a repeat finds its place taken
    platform_id     text NULL,                    -- as the API shows it
    status          smallint NULL,
    error_code      text NULL,
    error_detail    text NULL,
    sent_at         bigint NULL,
    created_at      bigint NOT NULL,
    late            boolean NOT NULL DEFAULT false,
    edited_at       bigint NULL,
    deleted_at      bigint NULL,
    reactions       text NULL,                    -- JSON
    reacted_at      bigint NULL
);
CREATE UNIQUE INDEX message_platform_key ON message (channel_id, platform_key) WHERE platform_key IS NOT NULL;
CREATE INDEX message_reading_order ON message (conversation_id, order_time, order_sequence, seq);

CREATE INDEX message_text ON message USING gin (to_tsvector('simple', coalesce(body, ''))) WITH (fastupdate = on, gin_pending_list_limit = 32768);

CREATE INDEX contact_text ON contact USING gin (to_tsvector('simple', coalesce(name, '') || ' ' || coalesce(username, '')));

-- An edit, deletion or reaction that came before its message waits here.
CREATE TABLE early_change (
    channel_id   uuid NOT NULL,
    platform_key text NOT NULL,
    kind         smallint NOT NULL,
    at           bigint NOT NULL,
    change       text NOT NULL,                   -- JSON
    received_at  bigint NOT NULL,
    PRIMARY KEY (channel_id, platform_key, kind)
);

CREATE TABLE outbox (
    message_id      uuid NOT NULL PRIMARY KEY,
    channel_id      uuid NOT NULL,
    conversation_id uuid NOT NULL,
    seq             bigint NOT NULL,
    attempts        integer NOT NULL DEFAULT 0,
    due_at          bigint NOT NULL,
    first_tried_at  bigint NULL,
    taken_by        uuid NULL                     -- the process whose request may be out: found so at start, nobody knows
);
CREATE INDEX outbox_order ON outbox (conversation_id, seq);

CREATE TABLE media (
    id         uuid NOT NULL PRIMARY KEY,
    channel_id uuid NULL,                         -- set while it is fetched from a platform
    message_id uuid NULL,
    file_name  text NULL,
    mime_type  text NULL,
    size       bigint NULL,
    state      smallint NOT NULL,
    remote_key text NULL,
    attempts   integer NOT NULL DEFAULT 0,
    due_at     bigint NULL,
    error      text NULL,
    created_at bigint NOT NULL
);
CREATE INDEX media_due ON media (due_at) WHERE due_at IS NOT NULL;

-- Every request we answered 200 to, until what it brought is stored.
CREATE TABLE journal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel_id  uuid NOT NULL,
    body        bytea NOT NULL,
    received_at bigint NOT NULL
);

CREATE TABLE quarantine (
    id          uuid NOT NULL PRIMARY KEY,
    platform    text NOT NULL,
    channel_id  uuid NULL,
    received_at bigint NOT NULL,
    reason      text NOT NULL,
    size        bigint NOT NULL,
    state       smallint NOT NULL,
    body        bytea NOT NULL
);
CREATE INDEX quarantine_state ON quarantine (state, id);

-- What each commit published: a row per commit.
CREATE TABLE live_event (
    last_seq  bigint NOT NULL PRIMARY KEY,
    first_seq bigint NOT NULL,
    at        bigint NOT NULL,
    changes   bytea NOT NULL
);
CREATE TABLE live_sequence (
    one   smallint NOT NULL PRIMARY KEY CHECK (one = 1),
    value bigint NOT NULL
);
INSERT INTO live_sequence (one, value) VALUES (1, 0);

CREATE TABLE idempotency (
    caller       uuid NOT NULL,
    route        text NOT NULL,
    key          text NOT NULL,
    fingerprint  bytea NOT NULL,
    status       smallint NULL,                     -- null while the first request still runs
    body         text NULL,
    content_type text NULL,
    location     text NULL,
    created_at   bigint NOT NULL,
    PRIMARY KEY (caller, route, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE audit (
    id         uuid NOT NULL PRIMARY KEY,
    actor_id   uuid NULL,
    action     text NOT NULL,
    subject    text NULL,
    detail     text NULL,
    at         bigint NOT NULL
);

CREATE TABLE setting (
    key   text NOT NULL PRIMARY KEY,
    value text NOT NULL
);
