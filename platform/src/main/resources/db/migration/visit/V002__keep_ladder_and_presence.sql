-- Where a call stands on the ladder of engines: one row per rung it stood on, the highest number is now. The reference of
-- the line is the engine's own; no row here says anything about a person.
CREATE TABLE visit_rung (
  visit_id        uuid         NOT NULL REFERENCES visit_call,
  number          integer      NOT NULL CHECK (number > 0),
  engine          text         NOT NULL,
  reason          text         NOT NULL
    CHECK (reason IN ('STARTED', 'NOT_OPENED', 'NOT_JOINED', 'MEDIA_LOST', 'TRIED_AGAIN')),
  reached_at      timestamptz  NOT NULL,
  line            text,
  line_closed_at  timestamptz,
  PRIMARY KEY (visit_id, number),
  CHECK ((number = 1) = (reason = 'STARTED')),
  CHECK (line_closed_at IS NULL OR line IS NOT NULL)
);

INSERT INTO visit_rung (visit_id, number, engine, reason, reached_at)
SELECT visit_id, 1, engine, 'STARTED', opened_at FROM visit_call;

-- Nothing has been released that writes it.
ALTER TABLE visit_call DROP COLUMN engine;

-- Whom an engine knows on a line: a user it made for this visit. Dismissed at once by us, removed once the engine has
-- confirmed it.
CREATE TABLE visit_guest (
  visit_id      uuid         NOT NULL,
  rung          integer      NOT NULL,
  seat_id       uuid         NOT NULL REFERENCES visit_seat,
  reference     text         NOT NULL,
  enrolled_at   timestamptz  NOT NULL,
  dismissed_at  timestamptz,
  removed_at    timestamptz,
  FOREIGN KEY (visit_id, rung) REFERENCES visit_rung,
  CHECK (removed_at IS NULL OR dismissed_at IS NOT NULL)
);

CREATE UNIQUE INDEX visit_guest_once ON visit_guest (visit_id, rung, seat_id) WHERE dismissed_at IS NULL;
CREATE INDEX visit_guest_left_over ON visit_guest (visit_id) WHERE removed_at IS NULL;

-- Who has a page of the visit open, renewed every few seconds by the instance that holds the connection. Worth nothing
-- after a crash of the database: unlogged, and written anew by whoever is still there.
CREATE UNLOGGED TABLE visit_presence (
  visit_id    uuid         NOT NULL,
  person_id   uuid         NOT NULL,
  part        text         NOT NULL CHECK (part IN ('PATIENT', 'CLINICIAN')),
  seen_at     timestamptz  NOT NULL,
  away_since  timestamptz,
  PRIMARY KEY (visit_id, person_id)
);

CREATE INDEX visit_presence_here ON visit_presence (seen_at) WHERE away_since IS NULL;

GRANT SELECT, INSERT, UPDATE ON visit_rung, visit_guest TO visavis_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON visit_presence TO visavis_app;
