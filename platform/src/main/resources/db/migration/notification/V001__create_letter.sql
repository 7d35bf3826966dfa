-- A mail or SMS to send, once. `name` says what it is about and to whom, so that an event delivered twice writes it once.
-- Neither address nor text is kept: both are made when it is sent.
CREATE TABLE letter (
  id           uuid         PRIMARY KEY,
  name         text         NOT NULL UNIQUE,
  person_id    uuid         NOT NULL,
  channel      text         NOT NULL CHECK (channel IN ('MAIL', 'SMS')),
  kind         text         NOT NULL,
  subject_id   uuid         NOT NULL,
  starts_at    timestamptz,
  ends_at      timestamptz,
  clinic_zone  text,
  version      int,
  calendar     text         CHECK (calendar IN ('REQUEST', 'TENTATIVE', 'CANCEL')),
  due_at       timestamptz  NOT NULL,
  leased_until timestamptz,
  attempts     int          NOT NULL DEFAULT 0,
  sent_at      timestamptz,
  dropped_at   timestamptz,
  CHECK (sent_at IS NULL OR dropped_at IS NULL)
);

CREATE INDEX letter_waiting ON letter (due_at) WHERE sent_at IS NULL AND dropped_at IS NULL;
CREATE INDEX letter_by_subject ON letter (subject_id);

GRANT SELECT, INSERT, UPDATE ON letter TO visavis_app;
