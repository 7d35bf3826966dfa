-- What a carrier calls a letter that it has accepted, and what it has reported of it since. A report may be there before the letter is noted as
-- sent. No address and no text.
ALTER TABLE letter ADD COLUMN reference text;
CREATE INDEX letter_by_reference ON letter (reference) WHERE reference IS NOT NULL;

CREATE TABLE delivery_report (
  reference   text        PRIMARY KEY,
  delivered   boolean     NOT NULL,
  reported_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON delivery_report TO visavis_app;
