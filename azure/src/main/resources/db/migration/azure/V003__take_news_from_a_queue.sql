-- Messages of the queue of news that could not be read. What they say stays in the queue's dead letters; here is only that there were some.
CREATE TABLE acs_unreadable_news (
  message_id text        PRIMARY KEY,
  deliveries int         NOT NULL,
  last_at    timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON acs_unreadable_news TO visavis_app;

ALTER TABLE acs_news DROP CONSTRAINT acs_news_kind_check;
ALTER TABLE acs_news ADD CONSTRAINT acs_news_kind_check
  CHECK (kind IN ('CALL_BEGAN', 'CALL_OVER', 'CAME', 'LEFT', 'RECORDING_READY', 'RECORDING_ON', 'RECORDING_OFF', 'SMS_DELIVERED',
                  'SMS_NOT_DELIVERED', 'MAIL_DELIVERED', 'MAIL_NOT_DELIVERED', 'LEG_CONNECTED', 'LEG_DISCONNECTED',
                  'LEG_TELEPHONE_ANSWERED', 'LEG_TELEPHONE_NOT_ANSWERED'));
