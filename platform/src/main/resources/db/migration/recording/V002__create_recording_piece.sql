-- What a recorder outside of the browser has handed in: once per piece, however often it tries.
CREATE TABLE recording_piece (
  recording_id  uuid         NOT NULL REFERENCES recording,
  name          text         NOT NULL,
  kept_at       timestamptz  NOT NULL,
  PRIMARY KEY (recording_id, name)
);

GRANT SELECT, INSERT ON recording_piece TO visavis_app;
