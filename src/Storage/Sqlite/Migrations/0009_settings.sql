-- Labels, a second factor, hours of work.
CREATE TABLE label (
    id         BLOB NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    colour     TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX label_name ON label (lower(name));

-- What conversations and contacts carry already.
INSERT INTO label (id, name, colour, created_at)
SELECT randomblob(16), min(label), 'grey', 0 FROM (SELECT label FROM conversation_label UNION SELECT label FROM contact_label) used GROUP BY lower(label);

CREATE TABLE two_factor (
    operator_id  BLOB NOT NULL PRIMARY KEY REFERENCES operator (id) ON DELETE CASCADE,
    secret       TEXT NOT NULL,             -- encrypted
    last_step    INTEGER NOT NULL,           -- a code is taken once
    confirmed_at INTEGER NULL
);

CREATE TABLE recovery_code (
    operator_id BLOB NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    hash        BLOB NOT NULL,             -- SHA-256: a code is random
    PRIMARY KEY (operator_id, hash)
);

CREATE TABLE hours (
    id         BLOB NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    time_zone  TEXT NOT NULL,
    week       TEXT NOT NULL,               -- JSON
    exceptions TEXT NOT NULL,               -- JSON
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);

CREATE TABLE hours_channel (
    channel_id BLOB NOT NULL PRIMARY KEY REFERENCES channel (id) ON DELETE CASCADE,
    hours_id   BLOB NOT NULL REFERENCES hours (id) ON DELETE CASCADE
);
CREATE INDEX hours_channel_hours ON hours_channel (hours_id);
