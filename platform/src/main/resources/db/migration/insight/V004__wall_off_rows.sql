-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049). Those who run the
-- clinic read answers and questions of everybody, in acts that the policies name.
ALTER TABLE survey_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE survey_answer FORCE ROW LEVEL SECURITY;
ALTER TABLE access_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_question FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON survey_answer TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[]) OR (SELECT row_scope_everybody_for(2, 'read-survey')));
CREATE POLICY of_the_scope ON access_question TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[])
         OR (SELECT row_scope_everybody_for(2, 'list-access-questions')));

CREATE POLICY of_the_owner ON survey_answer TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON access_question TO visavis_owner USING (true);
