-- A log over the trail that shows any later change of it (RFC 6962, with the trees of RFC 9162): docs/adr/0033.

-- What is written but not in the log yet. A queue, not evidence: a row that leaves it without a leaf is found by
-- `audit verify`.
CREATE TABLE audit_unsequenced (
  event_id uuid NOT NULL
);

-- In the transaction of the row itself, whoever writes it, an instance of the version before too.
CREATE FUNCTION audit_wait_for_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_unsequenced (event_id) SELECT id FROM written;
  RETURN NULL;
END
$$;
CREATE TRIGGER audit_event_waits_for_log AFTER INSERT ON audit_event
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION audit_wait_for_log();

-- The trail so far.
INSERT INTO audit_unsequenced (event_id) SELECT id FROM audit_event ORDER BY id;

CREATE TABLE audit_log_leaf (
  place    bigint PRIMARY KEY CHECK (place >= 0),
  event_id uuid   NOT NULL UNIQUE,
  hash     bytea  NOT NULL CHECK (octet_length(hash) = 32)
);

-- The roots of complete subtrees with 2^8, 2^16, … leaves; what lies between is computed.
CREATE TABLE audit_log_node (
  level    smallint NOT NULL CHECK (level > 0 AND level % 8 = 0),
  position bigint   NOT NULL CHECK (position >= 0),
  hash     bytea    NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, position)
);

-- The leaves of the tree of the patients, each under a blind of its own.
CREATE TABLE audit_log_patient (
  place      bigint PRIMARY KEY CHECK (place >= 0),
  patient_id uuid   NOT NULL UNIQUE,
  blind      bytea  NOT NULL CHECK (octet_length(blind) = 32)
);

-- Each patient's chain: the leaves that are about them, counted from 1.
CREATE TABLE audit_log_patient_entry (
  patient_place bigint NOT NULL REFERENCES audit_log_patient,
  count         bigint NOT NULL CHECK (count > 0),
  leaf_place    bigint NOT NULL,
  chain_end     bytea  NOT NULL CHECK (octet_length(chain_end) = 32),
  PRIMARY KEY (patient_place, count)
);
CREATE INDEX audit_log_patient_entry_by_leaf ON audit_log_patient_entry (leaf_place);

-- The public halves of the keys that have signed.
CREATE TABLE audit_log_key (
  id         text  PRIMARY KEY,
  public_key bytea NOT NULL
);

-- Signed; the text is all there is.
CREATE TABLE audit_checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  note text   NOT NULL
);

-- What goes to the witnesses: the rows from one size to the next, with the checkpoint of the latter.
CREATE TABLE audit_export (
  from_size bigint PRIMARY KEY CHECK (from_size >= 0),
  to_size   bigint NOT NULL UNIQUE REFERENCES audit_checkpoint,
  CHECK (to_size > from_size)
);

GRANT SELECT, INSERT, DELETE ON audit_unsequenced TO visavis_app;
GRANT SELECT, INSERT ON audit_log_leaf, audit_log_node, audit_log_patient, audit_log_patient_entry, audit_log_key,
  audit_checkpoint, audit_export TO visavis_app;
