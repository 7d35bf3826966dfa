-- How many tries are left, by a hash of whose they are and of what. Worth nothing some minutes later, nor after a crash.
CREATE UNLOGGED TABLE rate_bucket (
  whose    bytea       PRIMARY KEY,
  state    bytea       NOT NULL,
  full_at  timestamptz NOT NULL
);
CREATE INDEX rate_bucket_by_time ON rate_bucket (full_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON rate_bucket TO visavis_app;
