-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049).
ALTER TABLE visit_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE visit_place FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON visit_place TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[]) OR (SELECT row_scope_everybody_for(2)));
CREATE POLICY of_the_owner ON visit_place TO visavis_owner USING (true);
