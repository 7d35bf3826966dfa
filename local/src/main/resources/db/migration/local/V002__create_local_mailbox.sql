-- Mails and SMS that would have left this machine.
CREATE TABLE local_mailbox (
  id              uuid        PRIMARY KEY,
  kind            text        NOT NULL CHECK (kind IN ('MAIL', 'SMS')),
  recipient       text        NOT NULL,
  subject         text        NOT NULL,
  body            text        NOT NULL,
  file_name       text,
  file_type       text,
  file            text,
  sent_at         timestamptz NOT NULL,
  CHECK ((file IS NULL) = (file_name IS NULL) AND (file IS NULL) = (file_type IS NULL))
);
CREATE INDEX local_mailbox_newest ON local_mailbox (sent_at DESC);

GRANT SELECT, INSERT, DELETE ON local_mailbox TO visavis_app;
