-- A relationship is an episode now: it begins, it ends, and both stay on record. Of one patient and one member of staff one is open at a time.
ALTER TABLE care_relationship DROP CONSTRAINT care_relationship_pkey;
ALTER TABLE care_relationship ADD COLUMN id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY;
ALTER TABLE care_relationship ALTER COLUMN id DROP DEFAULT;

-- Until when what is known today carries it. An episode of before is judged by the first review, within the hour.
ALTER TABLE care_relationship ADD COLUMN good_until timestamptz NOT NULL DEFAULT now() + interval '1 hour';
ALTER TABLE care_relationship ALTER COLUMN good_until DROP DEFAULT;
UPDATE care_relationship SET good_until = '9999-12-31T00:00:00Z' WHERE origin = 'ASSIGNMENT';

-- When a record that names both last came in from another system.
ALTER TABLE care_relationship ADD COLUMN recorded_at timestamptz;
UPDATE care_relationship SET recorded_at = began_at WHERE origin = 'IMPORT';

ALTER TABLE care_relationship ADD COLUMN ended_at timestamptz;
ALTER TABLE care_relationship ADD COLUMN end_reason text CHECK (end_reason IN ('DECLINED', 'CANCELLED', 'LAPSED'));
ALTER TABLE care_relationship ADD CHECK ((ended_at IS NULL) = (end_reason IS NULL));

CREATE UNIQUE INDEX care_relationship_open ON care_relationship (patient_id, staff_id) WHERE ended_at IS NULL;
CREATE INDEX care_relationship_due ON care_relationship (good_until) WHERE ended_at IS NULL;
CREATE INDEX care_relationship_by_patient ON care_relationship (patient_id);

GRANT UPDATE ON care_relationship TO visavis_app;
REVOKE DELETE ON care_relationship FROM visavis_app;
