-- When clinicians see patients: wall times and the zone of the wall, never instants.
CREATE TABLE clinic_hours (
  clinician_id   uuid        PRIMARY KEY,
  zone           text        NOT NULL,
  visit_minutes  integer     NOT NULL CHECK (visit_minutes BETWEEN 5 AND 240),
  notice_minutes integer     NOT NULL CHECK (notice_minutes BETWEEN 0 AND 20160),
  horizon_days   integer     NOT NULL CHECK (horizon_days BETWEEN 1 AND 365),
  changed_at     timestamptz NOT NULL
);

CREATE TABLE weekly_hours (
  clinician_id   uuid     NOT NULL REFERENCES clinic_hours,
  day_of_week    smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
  -- Minutes after midnight on the wall; 1440 closes at the end of the day.
  opening_minute integer  NOT NULL CHECK (opening_minute >= 0),
  closing_minute integer  NOT NULL CHECK (closing_minute <= 1440),
  PRIMARY KEY (clinician_id, day_of_week, opening_minute),
  CHECK (opening_minute < closing_minute),
  EXCLUDE USING gist (clinician_id WITH =, day_of_week WITH =, int4range(opening_minute, closing_minute) WITH &&)
);

CREATE TABLE hours_exception (
  id           uuid      PRIMARY KEY,
  clinician_id uuid      NOT NULL,
  kind         text      NOT NULL CHECK (kind IN ('CLOSED', 'EXTRA')),
  starts_at    timestamp NOT NULL,
  ends_at      timestamp NOT NULL,
  CHECK (starts_at < ends_at)
);

CREATE INDEX hours_exception_by_clinician ON hours_exception (clinician_id, ends_at);

GRANT SELECT, INSERT, UPDATE ON clinic_hours TO visavis_app;
GRANT SELECT, INSERT, DELETE ON weekly_hours, hours_exception TO visavis_app;
