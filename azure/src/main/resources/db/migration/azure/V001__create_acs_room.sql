-- One line at the vendor: the request that made it and what it is called there. Written before the request is sent, so that the same line is
-- asked for by the same request however often.
CREATE TABLE acs_room (
  id            uuid        PRIMARY KEY,
  engine        text        NOT NULL,
  visit_id      uuid        NOT NULL,
  rung          integer     NOT NULL,
  first_sent_at timestamptz NOT NULL,
  valid_until   timestamptz NOT NULL,
  room_id       text,
  closed_at     timestamptz,
  UNIQUE (engine, visit_id, rung)
);
CREATE UNIQUE INDEX acs_room_by_room_id ON acs_room (engine, room_id);

-- Every user that was ever asked for, since the vendor has no list of them. Without acs_id the answer never came: such a user may exist there,
-- but never had a token.
CREATE TABLE acs_user (
  id         uuid        PRIMARY KEY,
  room       uuid        NOT NULL REFERENCES acs_room,
  seat_id    uuid        NOT NULL,
  asked_at   timestamptz NOT NULL,
  acs_id     text        UNIQUE,
  deleted_at timestamptz,
  CHECK (deleted_at IS NULL OR acs_id IS NOT NULL)
);
CREATE INDEX acs_user_to_delete ON acs_user (room) WHERE deleted_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON acs_room, acs_user TO visavis_app;
