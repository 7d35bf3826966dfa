-- How well each entry is guarded (docs/adr/0053). In clear, because what may not be seen is left out before any seal is opened. Rows from
-- before are ordinary, as they were shown, until their source is imported again.
ALTER TABLE chart_resource ADD COLUMN sensitivity text NOT NULL DEFAULT 'ORDINARY'
  CHECK (sensitivity IN ('ORDINARY', 'RESTRICTED', 'MINOR_CONFIDENTIAL', 'PART2', 'KEPT_APART'));

-- Besides the wall around the patient: rows beyond the ordinary do not exist for a transaction that was not cleared for them. Nor for one
-- that was opened for everybody.
CREATE POLICY of_the_clearance ON chart_resource AS RESTRICTIVE TO visavis_app
  USING (sensitivity = 'ORDINARY' OR patient_id::text || ' ' || sensitivity = ANY ((SELECT row_scope_cleared())::text[]));

-- The owner's migrations and functions are held by no clearance; chart_holds_document stays for instances of the version before.
CREATE FUNCTION chart_document_sensitivity(patient uuid, document uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT sensitivity FROM chart_resource WHERE id = document AND patient_id = patient AND sealed_text IS NOT NULL
$$;
REVOKE EXECUTE ON FUNCTION chart_document_sensitivity FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chart_document_sensitivity TO visavis_app;

-- How many entries an import labelled, and how many of them because of a code that nobody knows.
CREATE TABLE import_label (
  run_id      uuid    NOT NULL REFERENCES import_run,
  sensitivity text    NOT NULL,
  known       boolean NOT NULL,
  count       bigint  NOT NULL,
  PRIMARY KEY (run_id, sensitivity, known)
);
GRANT SELECT, INSERT ON import_label TO visavis_app;
