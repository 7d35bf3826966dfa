-- Two people also decide about sealed codes for one doctor or nurse, which a command on the machine prints (docs/adr/0048).
ALTER TABLE key_request ADD COLUMN person_id uuid;
ALTER TABLE key_request DROP CONSTRAINT key_request_act_check;
ALTER TABLE key_request ADD CONSTRAINT key_request_act_check CHECK (act IN ('ROTATE', 'DESTROY', 'REVOKE', 'CODES'));
ALTER TABLE key_request DROP CONSTRAINT key_request_names_what_it_is_about;
ALTER TABLE key_request ADD CONSTRAINT key_request_names_what_it_is_about
  CHECK ((act = 'DESTROY') = (patient_id IS NOT NULL) AND (act = 'REVOKE') = (vault_key IS NOT NULL) AND (act = 'CODES') = (person_id IS NOT NULL));
