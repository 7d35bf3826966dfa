-- What a patient and a clinician have agreed on, or mean to. The reason for the visit is sealed with the patient's own data key.
CREATE TABLE appointment (
  id                  uuid        PRIMARY KEY,
  patient_id          uuid        NOT NULL,
  clinician_id        uuid        NOT NULL,
  request_id          uuid        NOT NULL,
  requested_by        uuid        NOT NULL,
  slot                tstzrange   NOT NULL
    CHECK (lower(slot) < upper(slot) AND lower_inc(slot) AND NOT upper_inc(slot)),
  -- The time as it was said aloud: what people keep if a law moves the clocks of that zone.
  clinic_zone         text        NOT NULL,
  clinic_wall_start   timestamp   NOT NULL,
  state               text        NOT NULL
    CHECK (state IN ('REQUESTED', 'CONFIRMED', 'DECLINED', 'CANCELLED', 'FULFILLED', 'NO_SHOW')),
  state_since         timestamptz NOT NULL,
  version             integer     NOT NULL DEFAULT 0 CHECK (version >= 0),
  decline_reason      text
    CHECK (decline_reason IN ('NOT_AVAILABLE', 'ANOTHER_SPECIALTY_NEEDED', 'VISIT_IN_PERSON_NEEDED', 'OTHER')),
  cancelled_by        text
    CHECK (cancelled_by IN ('PATIENT', 'CLINIC')),
  cancellation_reason text
    CHECK (cancellation_reason IN ('CANNOT_ATTEND', 'NO_LONGER_NEEDED', 'CLINICIAN_NOT_AVAILABLE', 'OTHER')),
  reason_sealed       bytea       NOT NULL,

  CHECK ((decline_reason IS NOT NULL) = (state = 'DECLINED')),
  CHECK ((cancelled_by IS NOT NULL) = (state = 'CANCELLED')),
  CHECK ((cancellation_reason IS NOT NULL) = (state = 'CANCELLED')),

  -- A form sent twice is one request.
  CONSTRAINT appointment_requested_once UNIQUE (patient_id, request_id),

  -- Two people cannot take one time. Touching times pass; what was declined or cancelled does not block.
  CONSTRAINT clinician_not_double_booked
    EXCLUDE USING gist (clinician_id WITH =, slot WITH &&) WHERE (state NOT IN ('DECLINED', 'CANCELLED')),
  CONSTRAINT patient_not_double_booked
    EXCLUDE USING gist (patient_id WITH =, slot WITH &&) WHERE (state NOT IN ('DECLINED', 'CANCELLED'))
);

CREATE INDEX appointment_open_requests ON appointment (clinician_id, lower(slot)) WHERE state = 'REQUESTED';

GRANT SELECT, INSERT, UPDATE ON appointment TO visavis_app;
