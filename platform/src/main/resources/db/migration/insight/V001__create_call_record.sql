-- One call over one engine: a visit has one for each engine that carried it, one after the other. No name, no address, and nothing
-- that was said. Written anew when the engine tells more.
CREATE TABLE call_record (
  visit_id         uuid         NOT NULL,
  leg              integer      NOT NULL CHECK (leg > 0),
  engine           text         NOT NULL,
  witnessed        boolean      NOT NULL,
  began_at         timestamptz  NOT NULL,
  ended_at         timestamptz  NOT NULL CHECK (ended_at >= began_at),
  outcome          text         NOT NULL CHECK (outcome IN ('MET', 'MOVED_ON', 'ALONE')),
  media            text         NOT NULL CHECK (media IN ('SOUND_AND_PICTURE', 'SOUND', 'TELEPHONE')),
  network          text         NOT NULL CHECK (network IN ('DIRECT', 'RELAY', 'MIXED', 'UNKNOWN')),
  round_trip_ms    integer,
  jitter_ms        integer,
  loss_per_mille   integer,
  received_kbit    integer,
  frames_per_second integer,
  PRIMARY KEY (visit_id, leg)
);

CREATE INDEX call_record_by_time ON call_record (began_at DESC, visit_id, leg);

CREATE TABLE call_attendance (
  visit_id  uuid         NOT NULL,
  leg       integer      NOT NULL,
  number    integer      NOT NULL CHECK (number > 0),
  role      text         NOT NULL,
  came_at   timestamptz  NOT NULL,
  left_at   timestamptz  NOT NULL CHECK (left_at >= came_at),
  PRIMARY KEY (visit_id, leg, number),
  FOREIGN KEY (visit_id, leg) REFERENCES call_record ON DELETE CASCADE
);

-- What somebody said about a visit afterwards. The words are sealed with the patient's key.
CREATE TABLE survey_answer (
  id            uuid         PRIMARY KEY,
  visit_id      uuid         NOT NULL,
  person_id     uuid         NOT NULL,
  patient_id    uuid         NOT NULL,
  part          text         NOT NULL CHECK (part IN ('PATIENT', 'CLINICIAN')),
  connection    text         CHECK (connection IN ('GOOD', 'SO_SO', 'BAD')),
  again         text         CHECK (again IN ('YES', 'NOT_SURE', 'NO')),
  words_sealed  bytea,
  answered_at   timestamptz  NOT NULL,
  UNIQUE (visit_id, person_id)
);

CREATE INDEX survey_answer_by_time ON survey_answer (answered_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON call_record, call_attendance TO visavis_app;
GRANT SELECT, INSERT, UPDATE ON survey_answer TO visavis_app;
