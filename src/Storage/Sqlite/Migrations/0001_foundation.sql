-- Times are microseconds since 1970 UTC, ids 16-byte blobs (UUIDv7, big-endian), so both sort by time.

CREATE TABLE operator (
    id               BLOB NOT NULL PRIMARY KEY,
    name             TEXT NOT NULL,
    email            TEXT NULL,
    role             INTEGER NOT NULL,
    password_hash    TEXT NULL,
    telegram_user_id INTEGER NULL,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL
);
CREATE UNIQUE INDEX operator_email ON operator (lower(email)) WHERE email IS NOT NULL;
CREATE UNIQUE INDEX operator_telegram ON operator (telegram_user_id) WHERE telegram_user_id IS NOT NULL;

CREATE TABLE api_key (
    id           BLOB NOT NULL PRIMARY KEY,
    operator_id  BLOB NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    name         TEXT NULL,
    hash         BLOB NOT NULL UNIQUE,   -- SHA-256 of the whole key: a key is random, so a slow hash adds nothing
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER NULL
);

CREATE TABLE channel (
    id          BLOB NOT NULL PRIMARY KEY,
    platform    TEXT NOT NULL,
    name        TEXT NOT NULL,
    enabled     INTEGER NOT NULL,
    privacy     INTEGER NOT NULL,
    path        TEXT NULL UNIQUE,
    settings    TEXT NOT NULL,           -- JSON, secrets encrypted
    state       INTEGER NOT NULL,
    detail      TEXT NULL,
    poll_offset TEXT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    deleted_at  INTEGER NULL             -- its conversations stay readable
);

CREATE TABLE contact (
    id         BLOB NOT NULL PRIMARY KEY,
    name       TEXT NULL,
    username   TEXT NULL,
    language   TEXT NULL,
    phone      TEXT NULL,
    email      TEXT NULL,
    avatar_id  BLOB NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE TABLE identity (
    channel_id BLOB NOT NULL,
    chat       TEXT NOT NULL,            -- the platform's id of the person or chat
    contact_id BLOB NOT NULL REFERENCES contact (id),
    name       TEXT NULL,
    username   TEXT NULL,
    blocked    INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (channel_id, chat)
) WITHOUT ROWID;
CREATE INDEX identity_contact ON identity (contact_id);

CREATE TABLE conversation (
    id              BLOB NOT NULL PRIMARY KEY,
    channel_id      BLOB NOT NULL,
    chat            TEXT NOT NULL,
    contact_id      BLOB NOT NULL REFERENCES contact (id),
    status          INTEGER NOT NULL,
    claim_operator  BLOB NULL,
    claim_until     INTEGER NULL,
    unread          INTEGER NOT NULL DEFAULT 0,
    labels          TEXT NOT NULL DEFAULT '[]',
    last_seq        INTEGER NOT NULL DEFAULT 0,
    newest_time     INTEGER NOT NULL DEFAULT 0,   -- reading order of the newest inbound message
    newest_sequence INTEGER NOT NULL DEFAULT 0,
    last_message_id BLOB NULL,
    last_inbound_at INTEGER NULL,
    waiting_since   INTEGER NULL,
    snoozed_until   INTEGER NULL,
    created_at      INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    active_minute   INTEGER NOT NULL GENERATED ALWAYS AS (updated_at / 60000000) VIRTUAL,
    UNIQUE (channel_id, chat)
);
-- By the minute: an index on the very time would change with every message, this one a little later.
CREATE INDEX conversation_activity ON conversation (active_minute);
CREATE INDEX conversation_claim ON conversation (claim_operator) WHERE claim_operator IS NOT NULL;
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX conversation_contact ON conversation (contact_id);

CREATE TABLE conversation_label (
    conversation_id BLOB NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    label           TEXT NOT NULL,
    PRIMARY KEY (conversation_id, label)
) WITHOUT ROWID;
CREATE INDEX conversation_label_label ON conversation_label (label, conversation_id);

CREATE TABLE message (
    row             INTEGER PRIMARY KEY,          -- what the full-text index points at
    id              BLOB NOT NULL UNIQUE,
    conversation_id BLOB NOT NULL,
    channel_id      BLOB NOT NULL,
    seq             INTEGER NOT NULL,
    order_time      INTEGER NOT NULL,
    order_sequence  INTEGER NOT NULL,
    direction       INTEGER NOT NULL,
    author_kind     INTEGER NOT NULL,
    author_id       BLOB NULL,
    author_name     TEXT NULL,
    kind            TEXT NOT NULL,
    body            TEXT NULL,
    details         TEXT NULL,                    -- JSON of what is not text; null for plain text
    reply_to        BLOB NULL,
    platform_key    TEXT NULL,                    -- unique per channel: a repeat finds its place taken
    platform_id     TEXT NULL,                    -- as the API shows it
    status          INTEGER NULL,
    error_code      TEXT NULL,
    error_detail    TEXT NULL,
    sent_at         INTEGER NULL,
    created_at      INTEGER NOT NULL,
    late            INTEGER NOT NULL DEFAULT 0,
    edited_at       INTEGER NULL,
    deleted_at      INTEGER NULL,
    reactions       TEXT NULL,                    -- JSON
    reacted_at      INTEGER NULL
);
CREATE UNIQUE INDEX message_platform_key ON message (channel_id, platform_key) WHERE platform_key IS NOT NULL;
CREATE INDEX message_reading_order ON message (conversation_id, order_time, order_sequence, seq);

CREATE VIRTUAL TABLE message_text USING fts5 (body, content = 'message', content_rowid = 'row', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE contact_text USING fts5 (name, username, contact_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');

-- An edit, deletion or reaction that came before its message waits here.
CREATE TABLE early_change (
    channel_id   BLOB NOT NULL,
    platform_key TEXT NOT NULL,
    kind         INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    change       TEXT NOT NULL,                   -- JSON
    received_at  INTEGER NOT NULL,
    PRIMARY KEY (channel_id, platform_key, kind)
) WITHOUT ROWID;

CREATE TABLE outbox (
    message_id      BLOB NOT NULL PRIMARY KEY,
    channel_id      BLOB NOT NULL,
    conversation_id BLOB NOT NULL,
    seq             INTEGER NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    due_at          INTEGER NOT NULL,
    first_tried_at  INTEGER NULL,
    taken_by        BLOB NULL                     -- the process whose request may be out: found so at start, nobody knows
) WITHOUT ROWID;
CREATE INDEX outbox_order ON outbox (conversation_id, seq);

CREATE TABLE media (
    id         BLOB NOT NULL PRIMARY KEY,
    channel_id BLOB NULL,                         -- set while it is fetched from a platform
    message_id BLOB NULL,
    file_name  TEXT NULL,
    mime_type  TEXT NULL,
    size       INTEGER NULL,
    state      INTEGER NOT NULL,
    remote_key TEXT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    due_at     INTEGER NULL,
    error      TEXT NULL,
    created_at INTEGER NOT NULL
);
CREATE INDEX media_due ON media (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE quarantine (
    id          BLOB NOT NULL PRIMARY KEY,
    platform    TEXT NOT NULL,
    channel_id  BLOB NULL,
    received_at INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    size        INTEGER NOT NULL,
    state       INTEGER NOT NULL,
    body        BLOB NOT NULL
);
CREATE INDEX quarantine_state ON quarantine (state, id);

-- What each commit published: a row per commit.
CREATE TABLE live_event (
    last_seq  INTEGER NOT NULL PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    changes   BLOB NOT NULL
);
CREATE TABLE live_sequence (
    one   INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    value INTEGER NOT NULL
);
INSERT INTO live_sequence (one, value) VALUES (1, 0);

CREATE TABLE idempotency (
    caller       BLOB NOT NULL,
    route        TEXT NOT NULL,
    key          TEXT NOT NULL,
    fingerprint  BLOB NOT NULL,
    status       INTEGER NULL,                     -- null while the first request still runs
    body         TEXT NULL,
    content_type TEXT NULL,
    location     TEXT NULL,
    created_at   INTEGER NOT NULL,
    PRIMARY KEY (caller, route, key)
) WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE audit (
    id         BLOB NOT NULL PRIMARY KEY,
    actor_id   BLOB NULL,
    action     TEXT NOT NULL,
    subject    TEXT NULL,
    detail     TEXT NULL,
    at         INTEGER NOT NULL
);

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
