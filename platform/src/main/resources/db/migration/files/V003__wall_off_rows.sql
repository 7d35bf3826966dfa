-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049).
ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE stored_file FORCE ROW LEVEL SECURITY;
ALTER TABLE file_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_chunk FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON stored_file TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients_for('file-content'))::uuid[])
         OR (SELECT row_scope_everybody_for(2, 'file-sweep')));
CREATE POLICY of_the_scope ON file_chunk TO visavis_app
  USING ((SELECT true FROM stored_file WHERE stored_file.id = file_id));

CREATE POLICY of_the_owner ON stored_file TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON file_chunk TO visavis_owner USING (true);

-- What somebody has sent for all patients together, as a number of bytes: for the quota, which is no patient's.
CREATE FUNCTION stored_file_bytes_sent(sender uuid, since timestamptz) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(size), 0)::bigint FROM stored_file WHERE sender_id = sender AND created_at > since
$$;
REVOKE EXECUTE ON FUNCTION stored_file_bytes_sent FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stored_file_bytes_sent TO visavis_app;
