-- Whom the application has invited to make an account. It may add a line here, and reads none of this schema.
CREATE TABLE offer (
  token_hash    bytea        PRIMARY KEY,
  display_name  text         NOT NULL,
  groups        text[]       NOT NULL,
  application   text         NOT NULL,
  until         timestamptz  NOT NULL,
  taken_at      timestamptz
);

GRANT USAGE ON SCHEMA signin TO visavis_app;
GRANT INSERT ON offer TO visavis_app;
