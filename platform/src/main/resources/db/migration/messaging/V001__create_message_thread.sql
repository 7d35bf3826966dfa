-- A conversation between a patient and the care team: one that lasts per patient and clinician, and one per visit.
CREATE TABLE message_thread (
  id              uuid         PRIMARY KEY,
  patient_id      uuid         NOT NULL,
  clinician_id    uuid         NOT NULL,
  appointment_id  uuid         UNIQUE,
  last_sequence   bigint       NOT NULL DEFAULT 0 CHECK (last_sequence >= 0),
  last_message_at timestamptz,
  created_at      timestamptz  NOT NULL
) WITH (fillfactor = 50);

CREATE UNIQUE INDEX message_thread_lasting ON message_thread (patient_id, clinician_id) WHERE appointment_id IS NULL;
CREATE INDEX message_thread_by_patient ON message_thread (patient_id);

-- `body` is sealed by the patient's data key; patient, table, column and row are authenticated with it.
CREATE TABLE message (
  id           uuid         PRIMARY KEY,
  thread_id    uuid         NOT NULL REFERENCES message_thread,
  sequence     bigint       NOT NULL CHECK (sequence > 0),
  sender_id    uuid         NOT NULL,
  sender_role  text         NOT NULL CHECK (sender_role IN ('PATIENT', 'DOCTOR', 'NURSE')),
  client_id    uuid         NOT NULL,
  body         bytea        NOT NULL,
  sent_at      timestamptz  NOT NULL,
  UNIQUE (thread_id, sequence),
  CONSTRAINT message_sent_once UNIQUE (thread_id, sender_id, client_id)
);

-- Who takes part, how far each has read, and up to where each was told by mail.
CREATE TABLE thread_participant (
  thread_id      uuid         NOT NULL REFERENCES message_thread,
  person_id      uuid         NOT NULL,
  last_read      bigint       NOT NULL DEFAULT 0,
  notified_up_to bigint       NOT NULL DEFAULT 0,
  notified_at    timestamptz,
  PRIMARY KEY (thread_id, person_id)
) WITH (fillfactor = 70);

CREATE INDEX thread_participant_by_person ON thread_participant (person_id);

GRANT SELECT, INSERT, UPDATE ON message_thread, thread_participant TO visavis_app;
GRANT SELECT, INSERT ON message TO visavis_app;
