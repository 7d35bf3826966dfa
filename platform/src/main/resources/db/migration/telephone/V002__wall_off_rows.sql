-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049). What a carrier tells
-- names a call and no patient.
ALTER TABLE phone_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE phone_call FORCE ROW LEVEL SECURITY;
ALTER TABLE phone_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE phone_visit FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON phone_call TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[]) OR (SELECT row_scope_everybody_for(2, 'telephone-news')));
CREATE POLICY of_the_scope ON phone_visit TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[])
         OR (SELECT row_scope_everybody_for(2, 'telephone-news', 'list-visits')));

CREATE POLICY of_the_owner ON phone_call TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON phone_visit TO visavis_owner USING (true);

-- Which of these visits are held by telephone, for whoever has their ids. Not the number.
CREATE FUNCTION phone_visit_among(visits uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT visit_id FROM phone_visit WHERE visit_id = ANY (visits)
$$;
REVOKE EXECUTE ON FUNCTION phone_visit_among FROM PUBLIC;
GRANT EXECUTE ON FUNCTION phone_visit_among TO visavis_app;
