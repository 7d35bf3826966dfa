-- One data key per patient, wrapped by a key that stays in the key vault. Deleting the row makes the patient's ciphertext unreadable for ever.
CREATE TABLE data_key (
  id         uuid        PRIMARY KEY,
  patient_id uuid        NOT NULL UNIQUE,
  vault_key  text        NOT NULL,
  wrapped    bytea       NOT NULL,
  created_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON data_key TO visavis_app;
