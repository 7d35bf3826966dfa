-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049). That a call is
-- recorded concerns everybody who is in it, guests too, and whoever makes the recording names it and no patient.
ALTER TABLE recording ENABLE ROW LEVEL SECURITY;
ALTER TABLE recording FORCE ROW LEVEL SECURITY;
ALTER TABLE recording_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE recording_consent FORCE ROW LEVEL SECURITY;
ALTER TABLE recording_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE recording_part FORCE ROW LEVEL SECURITY;
ALTER TABLE recording_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE recording_piece FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON recording TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients_for('recorded-call'))::uuid[])
         OR (SELECT row_scope_everybody_for(2, 'recorder')));
CREATE POLICY of_the_scope ON recording_consent TO visavis_app
  USING ((SELECT true FROM recording WHERE recording.id = recording_id));
CREATE POLICY of_the_scope ON recording_part TO visavis_app
  USING ((SELECT true FROM recording WHERE recording.id = recording_id));
CREATE POLICY of_the_scope ON recording_piece TO visavis_app
  USING ((SELECT true FROM recording WHERE recording.id = recording_id));

CREATE POLICY of_the_owner ON recording TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON recording_consent TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON recording_part TO visavis_owner USING (true);
CREATE POLICY of_the_owner ON recording_piece TO visavis_owner USING (true);

-- What has to be known to decide: whose a recording is, for whoever knows its id. Not how it stands.
CREATE FUNCTION recording_whose(recorded uuid) RETURNS TABLE (patient_id uuid, clinician_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT known.patient_id, known.clinician_id FROM recording known WHERE known.id = recorded
$$;
REVOKE EXECUTE ON FUNCTION recording_whose FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recording_whose TO visavis_app;
