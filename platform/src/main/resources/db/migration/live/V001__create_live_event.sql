-- The last sequence of each topic: its row lock makes the sequence gapless and commit order the order of events.
CREATE TABLE live_topic (
  topic          text    PRIMARY KEY CHECK (topic ~ '^[a-z]+:[0-9a-f-]{36}$'),
  last_sequence  bigint  NOT NULL CHECK (last_sequence > 0)
) WITH (fillfactor = 50);

-- What happened, by id only. Kept for a day, so that a page that was away can catch up.
CREATE TABLE live_event (
  topic        text         NOT NULL,
  sequence     bigint       NOT NULL,
  kind         text         NOT NULL CHECK (kind ~ '^[a-z][a-z-]{0,40}$'),
  ref          uuid         NOT NULL,
  happened_at  timestamptz  NOT NULL,
  PRIMARY KEY (topic, sequence)
);

CREATE INDEX live_event_by_age ON live_event USING brin (happened_at);

GRANT SELECT, INSERT, UPDATE ON live_topic TO visavis_app;
GRANT SELECT, INSERT, DELETE ON live_event TO visavis_app;
