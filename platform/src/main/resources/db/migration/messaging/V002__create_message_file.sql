-- A stored file that was sent with a message, and a small picture of it. The content is in the files module.
CREATE TABLE message_file (
  message_id uuid PRIMARY KEY REFERENCES message,
  file_id    uuid NOT NULL UNIQUE,
  preview_id uuid UNIQUE
);

GRANT SELECT, INSERT ON message_file TO visavis_app;
