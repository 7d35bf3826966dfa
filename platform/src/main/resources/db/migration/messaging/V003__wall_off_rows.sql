-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049).
ALTER TABLE message_thread ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_thread FORCE ROW LEVEL SECURITY;
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
ALTER TABLE message_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_file FORCE ROW LEVEL SECURITY;
ALTER TABLE thread_participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE thread_participant FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON message_thread TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[]) OR (SELECT row_scope_everybody()));

-- Through the policies of the rows they belong to. As a value and not as EXISTS, which may be answered by reading all threads first.
CREATE POLICY of_the_scope ON message TO visavis_app
  USING ((SELECT true FROM message_thread WHERE message_thread.id = thread_id));
CREATE POLICY of_the_scope ON message_file TO visavis_app
  USING ((SELECT true FROM message WHERE message.id = message_id));
CREATE POLICY of_the_scope ON thread_participant TO visavis_app
  USING ((SELECT true FROM message_thread WHERE message_thread.id = thread_id));

-- Migrations move data, and the function below looks up, as the owner.
CREATE POLICY of_the_owner ON message_thread TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON message TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON message_file TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON thread_participant TO visavis_owner USING (true);

-- What has to be known to decide: whose a conversation is, for whoever knows its id. Not what is in it.
CREATE FUNCTION message_thread_whose(thread uuid) RETURNS TABLE (patient_id uuid, clinician_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT known.patient_id, known.clinician_id FROM message_thread known WHERE known.id = thread
$$;
REVOKE EXECUTE ON FUNCTION message_thread_whose FROM PUBLIC;
GRANT EXECUTE ON FUNCTION message_thread_whose TO visavis_app;
