-- What we hold of a patient's chart, one row per resource of its source. In clear only what finding needs: whose, what kind, when.
CREATE TABLE chart_resource (
  id            uuid        PRIMARY KEY,
  patient_id    uuid        NOT NULL,
  type          text        NOT NULL
    CHECK (type IN ('Patient', 'Encounter', 'Condition', 'AllergyIntolerance', 'MedicationRequest', 'Observation', 'Immunization',
                    'Procedure', 'DocumentReference')),
  resource_id   text        NOT NULL CHECK (resource_id ~ '^[A-Za-z0-9.-]{1,64}$'),
  encounter_ref text,
  clinician_id  uuid,
  occurred_at   timestamptz,
  sealed_entry  bytea       NOT NULL, -- what pages show, and the digest of the source
  sealed_source bytea       NOT NULL, -- the FHIR R4 resource as it came
  sealed_text   bytea,                -- the text of a document
  recorded_at   timestamptz NOT NULL,
  CONSTRAINT chart_resource_once UNIQUE (patient_id, type, resource_id)
);
-- A later import may speak of a patient by the id that his first source gave him.
CREATE INDEX chart_resource_of_patient ON chart_resource (resource_id) WHERE type = 'Patient';

GRANT SELECT, INSERT, UPDATE ON chart_resource TO visavis_app;
