-- The program joins the parts of the message index itself, a little with each batch: SQLite would join some hundred pages at once.
INSERT INTO message_text (message_text, rank) VALUES ('automerge', 0);
