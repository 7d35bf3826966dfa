-- A wrapping key is turned and what it wrapped is wrapped anew; the data key of one patient is destroyed. Its row stays, so that nobody makes another one
-- for this patient and takes what it does not open for broken.
ALTER TABLE data_key
  ALTER COLUMN vault_key DROP NOT NULL,
  ALTER COLUMN wrapped DROP NOT NULL,
  ADD COLUMN destroyed_at timestamptz,
  ADD CONSTRAINT data_key_kept_or_destroyed
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL) AND (vault_key IS NULL) = (destroyed_at IS NOT NULL));

CREATE INDEX data_key_by_vault_key ON data_key (vault_key, id);

-- Versions of the wrapping key that we have seen, so that one of which nothing is left is still known until it is revoked.
CREATE TABLE vault_key_version (
  key_id     text        PRIMARY KEY,
  seen_at    timestamptz NOT NULL,
  revoked_at timestamptz
);
INSERT INTO vault_key_version (key_id, seen_at) SELECT vault_key, min(created_at) FROM data_key GROUP BY vault_key;

GRANT SELECT, INSERT, UPDATE (revoked_at) ON vault_key_version TO visavis_app;
GRANT UPDATE (vault_key, wrapped, destroyed_at) ON data_key TO visavis_app;
