-- Codes on paper, by which one doctor or nurse gets in when nobody can sign in. A hash (PBKDF2) and nothing from which a code could be made
-- again. The number says which one it is, and stands beside it on the paper.
CREATE TABLE emergency_code (
  id           uuid        PRIMARY KEY,
  number       bigint      GENERATED ALWAYS AS IDENTITY (START WITH 1001) UNIQUE,
  request_id   uuid        NOT NULL,
  person_id    uuid        NOT NULL,
  salt         bytea       NOT NULL CHECK (length(salt) >= 16),
  iterations   int         NOT NULL CHECK (iterations > 0),
  hash         bytea       NOT NULL CHECK (length(hash) = 32),
  made_at      timestamptz NOT NULL,
  used_at      timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT emergency_code_used_or_withdrawn CHECK (used_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX emergency_code_left ON emergency_code (person_id) WHERE used_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX emergency_code_used ON emergency_code (used_at) WHERE used_at IS NOT NULL;

-- What an administrator found the use of one to be: once, and for good.
CREATE TABLE emergency_code_review (
  code_id     uuid        PRIMARY KEY REFERENCES emergency_code,
  reviewed_by uuid        NOT NULL,
  reviewed_at timestamptz NOT NULL,
  verdict     text        NOT NULL CHECK (verdict IN ('JUSTIFIED', 'NOT_JUSTIFIED'))
);

GRANT SELECT, INSERT ON emergency_code, emergency_code_review TO visavis_app;
GRANT UPDATE (used_at, withdrawn_at) ON emergency_code TO visavis_app;
