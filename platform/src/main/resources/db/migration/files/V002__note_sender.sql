-- Who has sent it, for the quota; null for what the platform made itself, and for what was sent before this was noted.
ALTER TABLE stored_file ADD COLUMN sender_id uuid;

CREATE INDEX stored_file_of_sender ON stored_file (sender_id, created_at) WHERE sender_id IS NOT NULL;
