-- A telephone call of a visit: to the patient, or by the patient. The number is sealed with the patient's data key.
CREATE TABLE phone_call (
  id           uuid         PRIMARY KEY,
  visit_id     uuid         NOT NULL,
  patient_id   uuid         NOT NULL,
  request      uuid         NOT NULL,
  direction    text         NOT NULL CHECK (direction IN ('OUT', 'IN')),
  state        text         NOT NULL CHECK (state IN ('DIALLING', 'RINGING', 'HOLDING', 'ANSWERED', 'ENDED')),
  number       bytea        NOT NULL,
  carrier      text         NOT NULL,
  reference    text,
  began_at     timestamptz  NOT NULL,
  ringing_at   timestamptz,
  answered_at  timestamptz,
  ended_at     timestamptz,
  ending       text         CHECK (ending IN ('COMPLETED', 'BUSY', 'NO_ANSWER', 'FAILED', 'CANCELLED')),
  CHECK ((state = 'ENDED') = (ended_at IS NOT NULL)),
  CHECK ((state = 'ENDED') = (ending IS NOT NULL)),
  CHECK ((direction = 'OUT') OR state IN ('HOLDING', 'ANSWERED', 'ENDED')),
  CHECK (state <> 'ANSWERED' OR answered_at IS NOT NULL),
  UNIQUE (visit_id, request)
);

-- A telephone rings once at a time, however often somebody presses.
CREATE UNIQUE INDEX phone_call_one_at_a_time ON phone_call (visit_id) WHERE state <> 'ENDED';
CREATE UNIQUE INDEX phone_call_by_reference ON phone_call (carrier, reference);

-- Visits that are held by telephone because the patient has nothing else, and the number to reach them at.
CREATE TABLE phone_visit (
  visit_id    uuid         PRIMARY KEY,
  patient_id  uuid         NOT NULL,
  number      bytea        NOT NULL,
  marked_by   uuid         NOT NULL,
  marked_at   timestamptz  NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON phone_call TO visavis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON phone_visit TO visavis_app;
