-- A way in for somebody without an account: made for one purpose and one subject, found by the hash of its secret.
CREATE TABLE link (
  id            uuid         PRIMARY KEY,
  token_hash    bytea        NOT NULL UNIQUE,
  purpose       text         NOT NULL,
  subject       uuid         NOT NULL,
  made_at       timestamptz  NOT NULL,
  expires_at    timestamptz  NOT NULL CHECK (expires_at > made_at),
  withdrawn_at  timestamptz,
  holder        text,
  taken_at      timestamptz,
  CHECK ((holder IS NULL) = (taken_at IS NULL))
);

-- Addresses that asked for links which open nothing: worth nothing some minutes later.
CREATE UNLOGGED TABLE link_miss (
  address    text         NOT NULL,
  missed_at  timestamptz  NOT NULL
);

CREATE INDEX link_miss_by_address ON link_miss (address, missed_at);

GRANT SELECT, INSERT, UPDATE ON link TO visavis_app;
GRANT SELECT, INSERT, DELETE ON link_miss TO visavis_app;
