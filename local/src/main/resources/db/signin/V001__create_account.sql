-- The sign-in provider's own schema, owned by its own role: the application can not read it.
CREATE TABLE account (
  id                 uuid        PRIMARY KEY,
  name               text        NOT NULL UNIQUE CHECK (name = lower(name) AND name <> ''),
  display_name       text        NOT NULL,
  password_hash      text        NOT NULL,
  code_secret_key    text,
  code_secret        bytea,
  last_code_step     bigint,
  disabled_at        timestamptz,
  created_at         timestamptz NOT NULL DEFAULT now(),
  CHECK ((code_secret IS NULL) = (code_secret_key IS NULL))
);

CREATE TABLE account_group (
  account_id  uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  name        text NOT NULL,
  PRIMARY KEY (account_id, name)
);

-- Tries are counted for any name that is typed, so that a name without an account behaves as one with.
CREATE TABLE attempt (
  subject      bytea       PRIMARY KEY,
  wrong_tries  int         NOT NULL,
  wait_until   timestamptz NOT NULL,
  last_at      timestamptz NOT NULL
);

-- Where the application is reached; only these may receive a sign-in.
CREATE TABLE application_address (
  base_url  text PRIMARY KEY
);
