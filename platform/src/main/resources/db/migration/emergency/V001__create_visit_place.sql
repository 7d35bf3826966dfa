-- Where a patient says they are during a visit, and whom to call for them; sealed with the patient's data key.
CREATE TABLE visit_place (
  visit_id      uuid         PRIMARY KEY,
  patient_id    uuid         NOT NULL,
  place         bytea        NOT NULL,
  confirmed_by  uuid         NOT NULL,
  confirmed_at  timestamptz  NOT NULL
);
CREATE INDEX visit_place_newest ON visit_place (patient_id, confirmed_at DESC);

-- Somebody has pressed the emergency button.
CREATE TABLE emergency_call (
  id         uuid         PRIMARY KEY,
  visit_id   uuid         NOT NULL,
  raised_by  uuid         NOT NULL,
  patient    boolean      NOT NULL,
  raised_at  timestamptz  NOT NULL
);
CREATE INDEX emergency_call_by_visit ON emergency_call (visit_id, raised_at);

GRANT SELECT, INSERT, UPDATE ON visit_place TO visavis_app;
GRANT SELECT, INSERT ON emergency_call TO visavis_app;
