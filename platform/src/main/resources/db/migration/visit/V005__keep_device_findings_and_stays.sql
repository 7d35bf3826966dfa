-- What a person's last check before a visit found: verdicts and figures, no address, no name of a device. `devices` is a digest
-- by which a later check sees that nothing was plugged in or out. Forgotten after a month.
CREATE TABLE device_finding (
  visit_id        uuid         NOT NULL REFERENCES encounter,
  person_id       uuid         NOT NULL,
  part            text         NOT NULL CHECK (part IN ('PATIENT', 'CLINICIAN')),
  checked_at      timestamptz  NOT NULL,
  camera          text         NOT NULL,
  camera_cause    text         NOT NULL,
  voice           text         NOT NULL,
  voice_cause     text         NOT NULL,
  speaker         text         NOT NULL,
  speaker_cause   text         NOT NULL,
  network         text         NOT NULL,
  network_cause   text         NOT NULL,
  way             text         NOT NULL CHECK (way IN ('UDP', 'TCP', 'NONE', 'UNKNOWN')),
  round_trip_ms   integer      CHECK (round_trip_ms >= 0),
  kbit            integer      CHECK (kbit >= 0),
  devices         text         CHECK (devices ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (visit_id, person_id),
  CHECK (camera IN ('PASS', 'WEAK', 'FAIL', 'UNTRIED') AND voice IN ('PASS', 'WEAK', 'FAIL', 'UNTRIED')
     AND speaker IN ('PASS', 'WEAK', 'FAIL', 'UNTRIED') AND network IN ('PASS', 'WEAK', 'FAIL', 'UNTRIED'))
);

CREATE INDEX device_finding_of_person ON device_finding (person_id, checked_at);

-- Every time somebody sat in the call, from when to when. The seat itself knows only its last time.
CREATE TABLE visit_stay (
  seat_id  uuid         NOT NULL REFERENCES visit_seat,
  epoch    integer      NOT NULL CHECK (epoch > 0),
  came_at  timestamptz  NOT NULL,
  left_at  timestamptz,
  PRIMARY KEY (seat_id, epoch)
);

-- What tells a slow computer and a taken camera from a weak line.
ALTER TABLE visit_quality
  ADD COLUMN limited text CHECK (limited IN ('NONE', 'CPU', 'BANDWIDTH', 'OTHER')),
  ADD COLUMN encode_ms integer CHECK (encode_ms >= 0),
  ADD COLUMN camera_trouble text CHECK (camera_trouble IN ('DENIED', 'MISSING', 'BUSY', 'UNSUPPORTED')),
  ADD COLUMN voice_trouble text CHECK (voice_trouble IN ('DENIED', 'MISSING', 'BUSY', 'UNSUPPORTED'));

GRANT SELECT, INSERT, UPDATE, DELETE ON device_finding TO visavis_app;
GRANT SELECT, INSERT, UPDATE ON visit_stay TO visavis_app;
