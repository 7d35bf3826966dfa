-- On which devices somebody has signed in: by a hash of a random number that the device keeps as a cookie, which names nobody.
CREATE TABLE known_device (
  person_id    uuid        NOT NULL,
  device_hash  bytea       NOT NULL,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (person_id, device_hash)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON known_device TO visavis_app;
