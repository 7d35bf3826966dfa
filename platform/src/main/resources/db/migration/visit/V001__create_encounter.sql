-- The meeting of a patient and a clinician. It has the id of its appointment.
CREATE TABLE encounter (
  id             uuid         PRIMARY KEY,
  patient_id     uuid         NOT NULL,
  clinician_id   uuid         NOT NULL,
  slot           tstzrange    NOT NULL CHECK (NOT isempty(slot)),
  status         text         NOT NULL CHECK (status IN ('planned', 'arrived', 'in-progress', 'finished', 'cancelled')),
  waiting_since  timestamptz,
  admitted_at    timestamptz,
  started_at     timestamptz,
  finished_at    timestamptz,
  cancelled_at   timestamptz,
  CHECK ((waiting_since IS NOT NULL) = (status = 'arrived')),
  CHECK ((admitted_at IS NOT NULL) = (status = 'in-progress')),
  CHECK ((finished_at IS NOT NULL) = (status = 'finished')),
  CHECK ((started_at IS NOT NULL) = (status = 'finished')),
  CHECK ((cancelled_at IS NOT NULL) = (status = 'cancelled'))
);

CREATE INDEX encounter_open_of_clinician ON encounter (clinician_id)
  WHERE status IN ('planned', 'arrived', 'in-progress');

-- The line the visit is held on. No row: not opened.
CREATE TABLE visit_call (
  visit_id   uuid         PRIMARY KEY REFERENCES encounter,
  engine     text         NOT NULL,
  opened_at  timestamptz  NOT NULL,
  ended_at   timestamptz  CHECK (ended_at >= opened_at)
);

-- A person's place in the call. The epoch grows each time it is taken; left_at says that nobody holds it now.
CREATE TABLE visit_seat (
  id         uuid         PRIMARY KEY,
  visit_id   uuid         NOT NULL REFERENCES encounter,
  person_id  uuid         NOT NULL,
  part       text         NOT NULL CHECK (part IN ('PATIENT', 'CLINICIAN')),
  epoch      integer      NOT NULL CHECK (epoch > 0),
  taken_at   timestamptz  NOT NULL,
  left_at    timestamptz,
  UNIQUE (visit_id, person_id)
);

-- What one browser says to another to connect. Worth nothing a minute later: unlogged, and deleted when the seat is
-- taken again, when it is left and when the visit ends.
CREATE UNLOGGED TABLE visit_signal (
  id          uuid         PRIMARY KEY,
  visit_id    uuid         NOT NULL,
  from_seat   uuid         NOT NULL,
  from_epoch  integer      NOT NULL,
  to_seat     uuid         NOT NULL,
  to_epoch    integer      NOT NULL,
  payload     text         NOT NULL CHECK (octet_length(payload) <= 65536),
  sent_at     timestamptz  NOT NULL
);

CREATE INDEX visit_signal_by_visit ON visit_signal (visit_id, from_seat, sent_at);
CREATE INDEX visit_signal_by_age ON visit_signal USING brin (sent_at);

-- How the line was, measured by each browser. Numbers only, no media, no addresses.
CREATE TABLE visit_quality (
  id                       uuid         PRIMARY KEY,
  visit_id                 uuid         NOT NULL REFERENCES encounter,
  seat_id                  uuid         NOT NULL,
  measured_at              timestamptz  NOT NULL,
  round_trip_ms            integer      CHECK (round_trip_ms >= 0),
  jitter_ms                integer      CHECK (jitter_ms >= 0),
  loss_per_mille           integer      CHECK (loss_per_mille BETWEEN 0 AND 1000),
  received_kbit            integer      CHECK (received_kbit >= 0),
  sent_kbit                integer      CHECK (sent_kbit >= 0),
  frames_per_second        integer      CHECK (frames_per_second >= 0),
  relayed                  boolean      NOT NULL,
  encrypted                boolean      NOT NULL
);

CREATE INDEX visit_quality_by_visit ON visit_quality (visit_id, measured_at);

-- When a person last checked camera, microphone, speaker and network, in which session.
CREATE TABLE device_check (
  person_id   uuid         NOT NULL,
  session     text         NOT NULL,
  checked_at  timestamptz  NOT NULL,
  PRIMARY KEY (person_id, session)
);

GRANT SELECT, INSERT, UPDATE ON encounter, visit_call, visit_seat TO visavis_app;
GRANT SELECT, INSERT, DELETE ON visit_signal TO visavis_app;
GRANT SELECT, INSERT ON visit_quality TO visavis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON device_check TO visavis_app;
