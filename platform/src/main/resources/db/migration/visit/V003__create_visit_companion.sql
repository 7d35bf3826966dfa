-- Somebody who takes part in a visit without an account: family, a second clinician, an interpreter. Holds no address: where
-- the link was sent is not kept.
CREATE TABLE visit_companion (
  id             uuid         PRIMARY KEY,
  visit_id       uuid         NOT NULL REFERENCES encounter,
  kind           text         NOT NULL CHECK (kind IN ('FAMILY', 'CLINICIAN', 'INTERPRETER')),
  language       text         CHECK (language ~ '^[a-z]{2,3}$'),
  invited_as     text         NOT NULL CHECK (char_length(invited_as) BETWEEN 1 AND 80),
  invited_by     uuid         NOT NULL,
  invited_at     timestamptz  NOT NULL,
  link_id        uuid         NOT NULL UNIQUE,
  status         text         NOT NULL CHECK (status IN ('invited', 'opened', 'waiting', 'admitted', 'removed')),
  name           text         CHECK (char_length(name) BETWEEN 1 AND 80),
  waiting_since  timestamptz,
  admitted_at    timestamptz,
  co_host        boolean      NOT NULL DEFAULT false,
  removed_at     timestamptz,
  CHECK ((language IS NOT NULL) = (kind = 'INTERPRETER')),
  CHECK ((waiting_since IS NOT NULL) = (status = 'waiting')),
  CHECK ((admitted_at IS NOT NULL) = (status = 'admitted')),
  CHECK ((removed_at IS NOT NULL) = (status = 'removed')),
  CHECK (name IS NOT NULL OR status IN ('invited', 'removed')),
  CHECK (NOT co_host OR (kind = 'CLINICIAN' AND status = 'admitted'))
);

CREATE INDEX visit_companion_of_visit ON visit_companion (visit_id);

ALTER TABLE visit_seat DROP CONSTRAINT visit_seat_part_check;
ALTER TABLE visit_seat ADD CONSTRAINT visit_seat_part_check CHECK (part IN ('PATIENT', 'CLINICIAN', 'GUEST'));
ALTER TABLE visit_presence DROP CONSTRAINT visit_presence_part_check;
ALTER TABLE visit_presence ADD CONSTRAINT visit_presence_part_check CHECK (part IN ('PATIENT', 'CLINICIAN', 'GUEST'));

-- Since when somebody on the seat wants to say something.
ALTER TABLE visit_seat ADD COLUMN hand_raised_at timestamptz CHECK (hand_raised_at IS NULL OR left_at IS NULL);

GRANT SELECT, INSERT, UPDATE ON visit_companion TO visavis_app;
