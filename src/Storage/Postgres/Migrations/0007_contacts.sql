-- Two contacts that turn out to be one person. The one that joined keeps its row as it was and points to the one it joined; what belongs
-- to it follows, and remembers whose it was. So a merge is undone by letting go.
ALTER TABLE contact ADD COLUMN merged_into uuid NULL;
ALTER TABLE contact ADD COLUMN merged_at bigint NULL;
ALTER TABLE contact ADD COLUMN gave text NULL;              -- JSON: what the other got of it by the merge
ALTER TABLE contact ADD COLUMN erased_at bigint NULL;
ALTER TABLE identity ADD COLUMN origin_id uuid NULL;
ALTER TABLE conversation ADD COLUMN origin_id uuid NULL;
CREATE INDEX contact_merged ON contact (merged_into) WHERE merged_into IS NOT NULL;

-- The same person twice shares one of these.
CREATE INDEX contact_phone ON contact (replace(replace(replace(replace(replace(phone, '+', ''), ' ', ''), '-', ''), '(', ''), ')', '')) WHERE phone IS NOT NULL;
CREATE INDEX identity_username ON identity (lower(username)) WHERE username IS NOT NULL;

-- Who merges, splits or erases holds it: two at once could meet crosswise.
CREATE TABLE contact_turn (one smallint NOT NULL PRIMARY KEY CHECK (one = 1));
INSERT INTO contact_turn (one) VALUES (1);

CREATE TABLE contact_label (
    contact_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    label      text NOT NULL,
    PRIMARY KEY (contact_id, label)
);
CREATE INDEX contact_label_label ON contact_label (label, contact_id);

CREATE TABLE contact_field (
    id         uuid NOT NULL PRIMARY KEY,
    name       text NOT NULL,
    kind       smallint NOT NULL,
    choices    text NOT NULL,                     -- JSON
    created_at bigint NOT NULL
);
CREATE UNIQUE INDEX contact_field_name ON contact_field (lower(name));

CREATE TABLE contact_value (
    contact_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    field_id   uuid NOT NULL REFERENCES contact_field (id) ON DELETE CASCADE,
    value      text NOT NULL,
    PRIMARY KEY (contact_id, field_id)
);
CREATE INDEX contact_value_field ON contact_value (field_id);

CREATE TABLE contact_note (
    id         uuid NOT NULL PRIMARY KEY,
    contact_id uuid NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    origin_id  uuid NULL,
    author_id  uuid NOT NULL,
    text       text NOT NULL,
    created_at bigint NOT NULL,
    edited_at  bigint NULL
);
CREATE INDEX contact_note_contact ON contact_note (contact_id, id);
