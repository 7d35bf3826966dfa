-- That the link of a confirmed visit was tried, a day and half an hour before it begins, and what was wrong with it. A link that
-- fails is tried again until it works.
CREATE TABLE link_check (
  appointment_id  uuid         NOT NULL,
  stage           text         NOT NULL CHECK (stage IN ('DAY_BEFORE', 'HALF_HOUR_BEFORE')),
  starts_at       timestamptz  NOT NULL,
  claimed_at      timestamptz  NOT NULL,
  checked_at      timestamptz,
  trouble         text         CHECK (trouble IN ('NO_VISIT', 'UNREACHABLE', 'WRONG_ANSWER')),
  PRIMARY KEY (appointment_id, stage, starts_at),
  CHECK (trouble IS NULL OR checked_at IS NOT NULL)
);

CREATE INDEX link_check_in_trouble ON link_check (starts_at) WHERE trouble IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON link_check TO visavis_app;
