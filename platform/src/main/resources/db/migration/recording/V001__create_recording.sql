-- A recording of a visit that somebody asked for. `tally`, sealed by the patient's data key, is how many parts there are.
CREATE TABLE recording (
  id            uuid         PRIMARY KEY,
  visit_id      uuid         NOT NULL,
  patient_id    uuid         NOT NULL,
  clinician_id  uuid         NOT NULL,
  state         text         NOT NULL CHECK (state IN ('ASKING', 'RUNNING', 'PAUSED', 'STOPPED')),
  asked_at      timestamptz  NOT NULL,
  started_at    timestamptz,
  stopped_at    timestamptz,
  stop_reason   text         CHECK (stop_reason IN ('REFUSED', 'WITHDRAWN', 'BY_CLINICIAN', 'VISIT_OVER')),
  tally         bytea,
  deleted_at    timestamptz,
  CHECK ((stopped_at IS NOT NULL) = (state = 'STOPPED')),
  CHECK ((stop_reason IS NOT NULL) = (state = 'STOPPED')),
  CHECK (started_at IS NOT NULL OR state IN ('ASKING', 'STOPPED')),
  CHECK (deleted_at IS NULL OR state = 'STOPPED')
);

CREATE UNIQUE INDEX recording_one_open_per_visit ON recording (visit_id) WHERE state <> 'STOPPED';
CREATE INDEX recording_by_visit ON recording (visit_id);
CREATE INDEX recording_to_delete ON recording (stopped_at) WHERE deleted_at IS NULL;

-- What each person said, to which wording of the question. The last answer counts; none is ever changed.
CREATE TABLE recording_consent (
  id            uuid         PRIMARY KEY,
  recording_id  uuid         NOT NULL REFERENCES recording,
  person_id     uuid         NOT NULL,
  answer        text         NOT NULL CHECK (answer IN ('GIVEN', 'REFUSED')),
  wording       int          NOT NULL,
  answered_at   timestamptz  NOT NULL
);

CREATE INDEX recording_consent_by_recording ON recording_consent (recording_id, person_id, id);

-- A few seconds of it. Parts of one segment belong to one run of a recorder and are played one after the other.
CREATE TABLE recording_part (
  recording_id  uuid         NOT NULL REFERENCES recording,
  place         int          NOT NULL CHECK (place >= 0),
  segment       int          NOT NULL CHECK (segment >= 0),
  file_id       uuid         NOT NULL UNIQUE,
  size          bigint       NOT NULL CHECK (size > 0),
  stored_at     timestamptz  NOT NULL,
  PRIMARY KEY (recording_id, place)
);

GRANT SELECT, INSERT, UPDATE ON recording TO visavis_app;
GRANT SELECT, INSERT ON recording_consent TO visavis_app;
GRANT SELECT, INSERT, DELETE ON recording_part TO visavis_app;
