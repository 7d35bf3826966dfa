-- What the vendor has told of its calls, once per event however often it was delivered. No name, number or address: rooms and users are the ones
-- that we made for a line and a seat.
CREATE TABLE acs_news (
  id          text        PRIMARY KEY,
  kind        text        NOT NULL
    CHECK (kind IN ('CALL_BEGAN', 'CALL_OVER', 'CAME', 'LEFT', 'RECORDING_READY', 'SMS_DELIVERED', 'SMS_NOT_DELIVERED',
                    'MAIL_DELIVERED', 'MAIL_NOT_DELIVERED', 'LEG_CONNECTED', 'LEG_DISCONNECTED', 'LEG_TELEPHONE_ANSWERED',
                    'LEG_TELEPHONE_NOT_ANSWERED')),
  happened_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  about       text        NOT NULL,
  acs_user    text,
  millis      bigint
);
CREATE INDEX acs_news_about ON acs_news (about, happened_at);

GRANT SELECT, INSERT ON acs_news TO visavis_app;
