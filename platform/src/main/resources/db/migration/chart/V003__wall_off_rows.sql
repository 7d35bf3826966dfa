-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049).
ALTER TABLE chart_resource ENABLE ROW LEVEL SECURITY;
ALTER TABLE chart_resource FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON chart_resource TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[]) OR (SELECT row_scope_everybody()));

-- Migrations move data, and the functions below look up, as the owner.
CREATE POLICY of_the_owner ON chart_resource TO visavis_owner USING (true);

-- What has to be known to decide: whether a document is there, and whose a source's id is. Not what is in it.
CREATE FUNCTION chart_holds_document(patient uuid, document uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM chart_resource WHERE id = document AND patient_id = patient AND sealed_text IS NOT NULL)
$$;
CREATE FUNCTION chart_patients_with_resource(known_as text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT patient_id FROM chart_resource WHERE type = 'Patient' AND resource_id = known_as LIMIT 2
$$;
REVOKE EXECUTE ON FUNCTION chart_holds_document, chart_patients_with_resource FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chart_holds_document, chart_patients_with_resource TO visavis_app;
