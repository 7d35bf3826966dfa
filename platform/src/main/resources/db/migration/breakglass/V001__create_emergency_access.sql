-- Who has opened whose record in an emergency, why, and for how long. What happened is said in words, sealed with the
-- patient's data key.
CREATE TABLE emergency_access (
  id         uuid        PRIMARY KEY,
  staff_id   uuid        NOT NULL,
  patient_id uuid        NOT NULL,
  reason     text        NOT NULL CHECK (reason IN ('CANNOT_SPEAK', 'ACUTE_DANGER', 'CARE_TEAM_AWAY', 'OTHER')),
  words      bytea       NOT NULL,
  opened_at  timestamptz NOT NULL,
  until      timestamptz NOT NULL CHECK (until > opened_at)
);
CREATE INDEX emergency_access_by_staff ON emergency_access (staff_id, until);
CREATE INDEX emergency_access_by_patient ON emergency_access (patient_id, opened_at);

-- Ended before its time.
CREATE TABLE emergency_access_end (
  access_id uuid        PRIMARY KEY REFERENCES emergency_access,
  ended_at  timestamptz NOT NULL
);

-- What an administrator found it to be: once, and for good.
CREATE TABLE emergency_access_review (
  access_id   uuid        PRIMARY KEY REFERENCES emergency_access,
  reviewed_by uuid        NOT NULL,
  reviewed_at timestamptz NOT NULL,
  verdict     text        NOT NULL CHECK (verdict IN ('JUSTIFIED', 'NOT_JUSTIFIED'))
);

GRANT SELECT, INSERT ON emergency_access, emergency_access_end, emergency_access_review TO visavis_app;
