-- One recording of one line at the vendor: what was asked for, written before it is sent, and what it is called there.
CREATE TABLE acs_recording (
  id             uuid        PRIMARY KEY,
  recording_id   uuid        NOT NULL,
  room_id        text        NOT NULL,
  first_sent_at  timestamptz NOT NULL,
  start_id       uuid        NOT NULL,
  connection_id  text,
  server_call_id text,
  vendor_id      text        UNIQUE,
  running        boolean     NOT NULL DEFAULT false,
  ended_at       timestamptz,
  CHECK (vendor_id IS NOT NULL OR NOT running)
);

CREATE UNIQUE INDEX acs_recording_open ON acs_recording (recording_id, room_id) WHERE ended_at IS NULL;
CREATE INDEX acs_recording_by_connection ON acs_recording (connection_id);

-- A file that the vendor has made of it. Deleted there as soon as it is ours.
CREATE TABLE acs_recording_file (
  id            text        PRIMARY KEY,
  recording_id  uuid        NOT NULL,
  content       text        NOT NULL,
  deletion      text        NOT NULL,
  announced_at  timestamptz NOT NULL,
  claimed_until timestamptz,
  deleted_at    timestamptz
);
CREATE INDEX acs_recording_file_to_fetch ON acs_recording_file (announced_at) WHERE deleted_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON acs_recording, acs_recording_file TO visavis_app;
