-- What a patient agreed to. What was shown is known by its wording and language; whose signature it is, by who gave it.
CREATE TABLE consent (
  id           uuid        PRIMARY KEY,
  patient_id   uuid        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('SUBSTANCE_USE_RECORDS')),
  clinician_id uuid,                -- the one it is for, with their team; empty: everybody who treats the patient
  wording      integer     NOT NULL CHECK (wording > 0),
  language     text        NOT NULL,
  given_by     uuid        NOT NULL,
  given_at     timestamptz NOT NULL,
  expires_at   timestamptz CHECK (expires_at > given_at)
);
CREATE INDEX consent_by_patient ON consent (patient_id, given_at);

-- Taken back: once, and for good. Whoever changes their mind gives another.
CREATE TABLE consent_withdrawal (
  consent_id   uuid        PRIMARY KEY REFERENCES consent,
  withdrawn_by uuid        NOT NULL,
  withdrawn_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON consent, consent_withdrawal TO visavis_app;
