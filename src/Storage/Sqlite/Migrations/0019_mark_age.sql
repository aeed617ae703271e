-- What desks remember is forgotten by its age, kind by kind.
CREATE INDEX desk_mark_age ON desk_mark (desk_id, kind, at);
