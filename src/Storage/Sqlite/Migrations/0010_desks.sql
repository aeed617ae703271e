-- Places outside the console where conversations are answered, their work and what they remember.
CREATE TABLE desk (
    id          BLOB NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    enabled     INTEGER NOT NULL,
    path        TEXT NULL UNIQUE,
    channel_ids TEXT NOT NULL,           -- JSON; empty for all
    settings    TEXT NOT NULL,           -- JSON, secrets encrypted
    state       INTEGER NOT NULL,
    detail      TEXT NULL,
    place       INTEGER NOT NULL,        -- the live number up to which it was told everything
    poll_offset TEXT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
);

CREATE TABLE desk_task (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    desk_id     BLOB NOT NULL REFERENCES desk (id) ON DELETE CASCADE,
    lane        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    subject     BLOB NULL,
    key         TEXT NULL,               -- what a repeat is recognised by
    payload     BLOB NULL,
    in_memory   INTEGER NOT NULL,        -- its payload is in the memory of the process that took it
    attempts    INTEGER NOT NULL,
    due_at      INTEGER NOT NULL,
    finished_at INTEGER NULL,            -- kept for its key only
    created_at  INTEGER NOT NULL
);
CREATE UNIQUE INDEX desk_task_key ON desk_task (desk_id, key) WHERE key IS NOT NULL;
CREATE INDEX desk_task_waiting ON desk_task (desk_id, lane, id) WHERE finished_at IS NULL;
CREATE INDEX desk_task_finished ON desk_task (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE desk_mark (
    desk_id BLOB NOT NULL REFERENCES desk (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (desk_id, kind, name)
);
CREATE INDEX desk_mark_value ON desk_mark (desk_id, kind, value);
