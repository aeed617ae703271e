-- Lists of conversations under names, an operator's own or everybody's.
CREATE TABLE saved_view (
    id         BLOB NOT NULL PRIMARY KEY,
    owner_id   BLOB NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    shared     INTEGER NOT NULL,
    filter     TEXT NOT NULL,               -- JSON
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);
CREATE INDEX saved_view_owner ON saved_view (owner_id);
