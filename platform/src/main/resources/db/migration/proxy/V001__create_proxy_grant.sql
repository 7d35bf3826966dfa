-- Somebody was asked to act for a patient. Whoever opens the link, and has or makes a sign-in of their own, becomes it.
CREATE TABLE proxy_invitation (
  id           uuid        PRIMARY KEY,
  patient_id   uuid        NOT NULL,
  link_id      uuid        NOT NULL UNIQUE,
  given        text        NOT NULL,
  family       text        NOT NULL,
  relationship text        NOT NULL,
  scopes       text[]      NOT NULL CHECK (cardinality(scopes) > 0),
  basis        text        NOT NULL CHECK (basis IN ('PATIENT', 'MINOR')),
  until        timestamptz CHECK ((until IS NULL) = (basis = 'MINOR')),
  made_by      uuid        NOT NULL,
  made_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > made_at)
);
CREATE INDEX proxy_invitation_by_patient ON proxy_invitation (patient_id, made_at);

-- It was taken back before anybody took it up.
CREATE TABLE proxy_invitation_end (
  invitation_id uuid        PRIMARY KEY REFERENCES proxy_invitation,
  ended_by      uuid        NOT NULL,
  ended_at      timestamptz NOT NULL
);

-- Somebody may act for a patient. What a patient has granted ends at its time; what the clinic has registered for a child has none
-- of its own and ends with the birthday, which is asked each time.
CREATE TABLE proxy_grant (
  id            uuid        PRIMARY KEY,
  invitation_id uuid        NOT NULL REFERENCES proxy_invitation,
  patient_id    uuid        NOT NULL,
  person_id     uuid        NOT NULL,
  relationship  text        NOT NULL
    CHECK (relationship IN ('MOTHER', 'FATHER', 'GUARDIAN', 'DAUGHTER', 'SON', 'PARTNER', 'SISTER', 'BROTHER', 'OTHER')),
  scopes        text[]      NOT NULL CHECK (scopes <@ '{APPOINTMENTS,VISITS,MESSAGES,RECORD}' AND cardinality(scopes) > 0),
  basis         text        NOT NULL CHECK (basis IN ('PATIENT', 'MINOR')),
  granted_by    uuid        NOT NULL,
  granted_at    timestamptz NOT NULL,
  until         timestamptz CHECK (until > granted_at),
  CHECK ((until IS NULL) = (basis = 'MINOR'))
);
CREATE INDEX proxy_grant_by_person ON proxy_grant (person_id, patient_id);
CREATE INDEX proxy_grant_by_patient ON proxy_grant (patient_id, granted_at);

-- It was ended before its time.
CREATE TABLE proxy_grant_end (
  grant_id uuid        PRIMARY KEY REFERENCES proxy_grant,
  ended_by uuid        NOT NULL,
  ended_at timestamptz NOT NULL,
  reason   text        NOT NULL CHECK (reason IN ('TAKEN_BACK', 'GIVEN_BACK', 'BY_CLINIC', 'REPLACED'))
);

GRANT SELECT, INSERT ON proxy_invitation, proxy_invitation_end, proxy_grant, proxy_grant_end TO visavis_app;
