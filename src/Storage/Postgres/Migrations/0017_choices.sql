-- The newest message of ours with buttons, where these reached the customer as numbered lines: a number typed is then a press.
ALTER TABLE conversation ADD COLUMN choices_message_id uuid NULL;
