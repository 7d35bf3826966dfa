-- Rows of other patients than those that the transaction was opened for do not exist for the application (docs/adr/0049). What a carrier or the
-- silence of a page tells names visits and no patient, a waiting room is its clinician's, and a guest is granted no patient's rows.
ALTER TABLE encounter ENABLE ROW LEVEL SECURITY;
ALTER TABLE encounter FORCE ROW LEVEL SECURITY;

CREATE POLICY of_the_scope ON encounter TO visavis_app
  USING (patient_id = ANY ((SELECT row_scope_patients_for('guest-of-visit'))::uuid[])
         OR clinician_id = ANY ((SELECT row_scope_clinicians_for('see-waiting-room'))::uuid[])
         OR (SELECT row_scope_everybody_for(3, 'telephone-news', 'list-visits', 'presence-round')));
CREATE POLICY of_the_owner ON encounter TO visavis_owner USING (true);

-- What has to be known to decide: whose a visit is, and whether it is over, which ends what a guest may do. Not how far it is.
CREATE FUNCTION encounter_whose(visit uuid) RETURNS TABLE (patient_id uuid, clinician_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT known.patient_id, known.clinician_id FROM encounter known WHERE known.id = visit
$$;
-- For when it is planned, until it is over: whoever tries its link beforehand compares that.
CREATE FUNCTION encounter_time_until_over(visit uuid) RETURNS TABLE (starts_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT lower(known.slot), upper(known.slot) FROM encounter known
   WHERE known.id = visit AND known.status NOT IN ('finished', 'cancelled')
$$;
REVOKE EXECUTE ON FUNCTION encounter_whose, encounter_time_until_over FROM PUBLIC;
GRANT EXECUTE ON FUNCTION encounter_whose, encounter_time_until_over TO visavis_app;
