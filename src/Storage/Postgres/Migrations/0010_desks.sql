-- Places outside the console where conversations are answered, their work and what they remember.
CREATE TABLE desk (
    id          uuid NOT NULL PRIMARY KEY,
    kind        text NOT NULL,
    name        text NOT NULL,
    enabled     boolean NOT NULL,
    path        text NULL UNIQUE,
    channel_ids text NOT NULL,           -- JSON; empty for all
    settings    text NOT NULL,           -- JSON, secrets encrypted
    state       smallint NOT NULL,
    detail      text NULL,
    place       bigint NOT NULL,        -- the live number up to which it was told everything
    poll_offset text NULL,
    created_at  bigint NOT NULL,
    updated_at  bigint NOT NULL
);

CREATE TABLE desk_task (
    id          bigint NOT NULL PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    desk_id     uuid NOT NULL REFERENCES desk (id) ON DELETE CASCADE,
    lane        text NOT NULL,
    kind        text NOT NULL,
    subject     uuid NULL,
    key         text NULL,               -- what a repeat is recognised by
    payload     bytea NULL,
    in_memory   boolean NOT NULL,        -- its payload is in the memory of the process that took it
    attempts    integer NOT NULL,
    due_at      bigint NOT NULL,
    finished_at bigint NULL,            -- kept for its key only
    created_at  bigint NOT NULL
);
CREATE UNIQUE INDEX desk_task_key ON desk_task (desk_id, key) WHERE key IS NOT NULL;
CREATE INDEX desk_task_waiting ON desk_task (desk_id, lane, id) WHERE finished_at IS NULL;
CREATE INDEX desk_task_finished ON desk_task (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE desk_mark (
    desk_id uuid NOT NULL REFERENCES desk (id) ON DELETE CASCADE,
    kind    text NOT NULL,
    name    text NOT NULL,
    value   text NOT NULL,
    at      bigint NOT NULL,
    PRIMARY KEY (desk_id, kind, name)
);
CREATE INDEX desk_mark_value ON desk_mark (desk_id, kind, value);
