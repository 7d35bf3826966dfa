CREATE TABLE person (
  id         uuid        PRIMARY KEY,
  given      text        NOT NULL,
  family     text        NOT NULL,
  email      text,
  phone      text,
  zone       text        NOT NULL,
  language   text        NOT NULL CHECK (language IN ('en', 'es')),
  created_at timestamptz NOT NULL
);

-- A sign-in (OpenID Connect issuer and subject) belongs to a person because the person was invited, never because an e-mail address matches.
CREATE TABLE identity (
  issuer    text        NOT NULL,
  subject   text        NOT NULL,
  person_id uuid        NOT NULL REFERENCES person,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_by_person ON identity (person_id);

CREATE TABLE invitation (
  token_hash  bytea       PRIMARY KEY,
  person_id   uuid        NOT NULL REFERENCES person,
  expires_at  timestamptz NOT NULL,
  accepted_at timestamptz
);

CREATE TABLE clinic (
  id    uuid PRIMARY KEY,
  name  text NOT NULL,
  phone text,
  zone  text NOT NULL
);

CREATE TABLE patient (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL UNIQUE REFERENCES person,
  born_on   date NOT NULL,
  gender    text NOT NULL CHECK (gender IN ('male', 'female', 'other', 'unknown')),
  address   text
);

CREATE TABLE clinician (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL UNIQUE REFERENCES person,
  specialty text NOT NULL,
  clinic_id uuid REFERENCES clinic
);

-- The names other systems give to our people and clinics (FHIR Identifier: system and value).
CREATE TABLE external_id (
  kind      text NOT NULL CHECK (kind IN ('patient', 'clinician', 'clinic')),
  system    text NOT NULL,
  value     text NOT NULL,
  target_id uuid NOT NULL,
  PRIMARY KEY (kind, system, value)
);
CREATE INDEX external_id_by_target ON external_id (target_id);

-- Who treats whom. It begins with an appointment, an imported encounter or an assignment.
CREATE TABLE care_relationship (
  patient_id uuid        NOT NULL REFERENCES patient,
  staff_id   uuid        NOT NULL REFERENCES person,
  began_at   timestamptz NOT NULL,
  origin     text        NOT NULL CHECK (origin IN ('APPOINTMENT', 'IMPORT', 'ASSIGNMENT')),
  PRIMARY KEY (patient_id, staff_id)
);
CREATE INDEX care_relationship_by_staff ON care_relationship (staff_id);

-- A nurse at the front desk works for clinicians and so for their patients.
CREATE TABLE team_member (
  clinician_id uuid NOT NULL REFERENCES clinician,
  staff_id     uuid NOT NULL REFERENCES person,
  PRIMARY KEY (clinician_id, staff_id)
);
CREATE INDEX team_member_by_staff ON team_member (staff_id);

GRANT SELECT, INSERT, UPDATE ON person, patient, clinician, clinic, invitation TO visavis_app;
GRANT SELECT, INSERT ON identity, external_id, care_relationship, team_member TO visavis_app;
GRANT DELETE ON identity, care_relationship, team_member TO visavis_app;
