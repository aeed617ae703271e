-- Labels, a second factor, hours of work.
CREATE TABLE label (
    id         uuid NOT NULL PRIMARY KEY,
    name       text NOT NULL,
    colour     text NOT NULL,
    created_at bigint NOT NULL
);
CREATE UNIQUE INDEX label_name ON label (lower(name));

-- What conversations and contacts carry already.
INSERT INTO label (id, name, colour, created_at)
SELECT gen_random_uuid(), min(label), 'grey', 0 FROM (SELECT label FROM conversation_label UNION SELECT label FROM contact_label) used GROUP BY lower(label);

CREATE TABLE two_factor (
    operator_id  uuid NOT NULL PRIMARY KEY REFERENCES operator (id) ON DELETE CASCADE,
    secret       text NOT NULL,             -- encrypted
    last_step    bigint NOT NULL,           -- a code is taken once
    confirmed_at bigint NULL
);

CREATE TABLE recovery_code (
    operator_id uuid NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    hash        bytea NOT NULL,             -- SHA-256: a code is random
    PRIMARY KEY (operator_id, hash)
);

CREATE TABLE hours (
    id         uuid NOT NULL PRIMARY KEY,
    name       text NOT NULL,
    time_zone  text NOT NULL,
    week       text NOT NULL,               -- JSON
    exceptions text NOT NULL,               -- JSON
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE hours_channel (
    channel_id uuid NOT NULL PRIMARY KEY REFERENCES channel (id) ON DELETE CASCADE,
    hours_id   uuid NOT NULL REFERENCES hours (id) ON DELETE CASCADE
);
CREATE INDEX hours_channel_hours ON hours_channel (hours_id);
