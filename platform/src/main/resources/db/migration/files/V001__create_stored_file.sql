-- A file of a patient. `details` (name, kind, measures) is sealed by the patient's data key.
CREATE TABLE stored_file (
  id         uuid        PRIMARY KEY,
  patient_id uuid        NOT NULL,
  details    bytea       NOT NULL,
  chunks     int         NOT NULL CHECK (chunks > 0),
  size       bigint      NOT NULL CHECK (size > 0),
  state      text        NOT NULL CHECK (state IN ('STAGED', 'KEPT')),
  created_at timestamptz NOT NULL
);

CREATE INDEX stored_file_staged ON stored_file (created_at) WHERE state = 'STAGED';

-- Content, where the database is the store of chunks: a backup of the database is one of the files too, and every instance
-- sees the same. Ciphertext does not get smaller by compressing.
CREATE TABLE file_chunk (
  file_id uuid  NOT NULL,
  place   int   NOT NULL CHECK (place >= 0),
  sealed  bytea NOT NULL,
  PRIMARY KEY (file_id, place)
);

ALTER TABLE file_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;

GRANT SELECT, INSERT, UPDATE, DELETE ON stored_file TO visavis_app;
GRANT SELECT, INSERT, DELETE ON file_chunk TO visavis_app;
