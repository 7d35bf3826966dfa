-- No work that nobody asked for reaches a chart (docs/adr/0049).
ALTER POLICY of_the_scope ON chart_resource
  USING (patient_id = ANY ((SELECT row_scope_patients())::uuid[]) OR (SELECT row_scope_everybody_for(1)));
