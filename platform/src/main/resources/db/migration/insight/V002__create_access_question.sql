-- A patient asks why somebody had to do with their data. No words: which entry of the trail it is says enough.
CREATE TABLE access_question (
  event_id   uuid        NOT NULL,
  patient_id uuid        NOT NULL,
  asked_at   timestamptz NOT NULL,
  closed_at  timestamptz,
  closed_by  uuid,
  PRIMARY KEY (event_id, patient_id),
  CHECK ((closed_at IS NULL) = (closed_by IS NULL))
);
CREATE INDEX access_question_open ON access_question (asked_at) WHERE closed_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON access_question TO visavis_app;
