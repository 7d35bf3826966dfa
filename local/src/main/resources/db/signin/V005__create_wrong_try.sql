-- A password or code that was wrong, until the application has put it on its trail. Never what was typed.
CREATE TABLE wrong_try (
  id         uuid        PRIMARY KEY,
  at         timestamptz NOT NULL,
  account_id uuid,
  address    text        NOT NULL
);
