-- Lists of conversations under names, an operator's own or everybody's.
CREATE TABLE saved_view (
    id         uuid NOT NULL PRIMARY KEY,
    owner_id   uuid NOT NULL REFERENCES operator (id) ON DELETE CASCADE,
    name       text NOT NULL,
    shared     boolean NOT NULL,
    filter     text NOT NULL,               -- JSON
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);
CREATE INDEX saved_view_owner ON saved_view (owner_id);
