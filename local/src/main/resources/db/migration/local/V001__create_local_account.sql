-- Which person an account of this machine stands for. The sign-in of an account changes with the provider's address; the person stays.
CREATE TABLE local_account (
  account   text PRIMARY KEY,
  person_id uuid NOT NULL
);

GRANT SELECT, INSERT ON local_account TO visavis_app;
