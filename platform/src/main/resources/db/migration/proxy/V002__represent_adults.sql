-- The clinic may have somebody act for an adult who cannot decide, too: until a day, and not before a second person has agreed.
ALTER TABLE proxy_invitation
  DROP CONSTRAINT proxy_invitation_basis_check,
  ADD CONSTRAINT proxy_invitation_basis_check CHECK (basis IN ('PATIENT', 'MINOR', 'REPRESENTED'));
ALTER TABLE proxy_grant
  DROP CONSTRAINT proxy_grant_basis_check,
  ADD CONSTRAINT proxy_grant_basis_check CHECK (basis IN ('PATIENT', 'MINOR', 'REPRESENTED'));

CREATE TABLE proxy_agreement (
  invitation_id uuid        PRIMARY KEY REFERENCES proxy_invitation,
  agreed_by     uuid        NOT NULL,
  agreed_at     timestamptz NOT NULL
);

GRANT SELECT, INSERT ON proxy_agreement TO visavis_app;
