-- What somebody wants done with keys, until two people have agreed and it is done. No clinical content: the reason is the clinic's.
CREATE TABLE key_request (
  id         uuid        PRIMARY KEY,
  act        text        NOT NULL CHECK (act IN ('ROTATE', 'DESTROY', 'REVOKE')),
  patient_id uuid,
  vault_key  text,
  reason     text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  asked_at   timestamptz NOT NULL,
  open_until timestamptz NOT NULL,
  state      text        NOT NULL CHECK (state IN ('ASKED', 'BACKED', 'APPROVED', 'DONE', 'FAILED', 'REFUSED')),
  first_by   uuid,
  first_at   timestamptz,
  second_by  uuid,
  second_at  timestamptz,
  closed_by  uuid,
  closed_at  timestamptz,
  claimed_at timestamptz,
  CONSTRAINT key_request_names_what_it_is_about
    CHECK ((act = 'DESTROY') = (patient_id IS NOT NULL) AND (act = 'REVOKE') = (vault_key IS NOT NULL)),
  CONSTRAINT key_request_by_two_people CHECK (first_by <> second_by),
  CONSTRAINT key_request_agreed
    CHECK ((state NOT IN ('APPROVED', 'DONE', 'FAILED') OR (first_by IS NOT NULL AND second_by IS NOT NULL))
      AND (state <> 'BACKED' OR (first_by IS NOT NULL AND second_by IS NULL))
      AND (state IN ('DONE', 'FAILED', 'REFUSED')) = (closed_at IS NOT NULL)
      AND (first_by IS NULL) = (first_at IS NULL)
      AND (second_by IS NULL) = (second_at IS NULL))
);
CREATE INDEX key_request_open ON key_request (asked_at) WHERE state IN ('ASKED', 'BACKED', 'APPROVED');
CREATE INDEX key_request_closed ON key_request (closed_at DESC) WHERE closed_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON key_request TO visavis_app;
