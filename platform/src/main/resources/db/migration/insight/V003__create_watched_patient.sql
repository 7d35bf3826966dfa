-- Patients whose accesses an administrator wants to see one by one. No words why; the trail says who began and ended it.
CREATE TABLE watched_patient (
  patient_id uuid        PRIMARY KEY,
  since      timestamptz NOT NULL,
  by         uuid        NOT NULL
);

GRANT SELECT, INSERT, DELETE ON watched_patient TO visavis_app;
