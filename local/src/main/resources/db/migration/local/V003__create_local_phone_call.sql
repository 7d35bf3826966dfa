-- The other end of the simulated telephone carrier: what rings at the demo's people, and whom they call.
CREATE TABLE local_phone_call (
  id        uuid         PRIMARY KEY,
  inbound   boolean      NOT NULL,
  number    text         NOT NULL,
  state     text         NOT NULL CHECK (state IN ('RINGING', 'HOLDING', 'TALKING', 'OVER')),
  began_at  timestamptz  NOT NULL
);
CREATE INDEX local_phone_call_newest ON local_phone_call (began_at DESC);

GRANT SELECT, INSERT, UPDATE ON local_phone_call TO visavis_app;
