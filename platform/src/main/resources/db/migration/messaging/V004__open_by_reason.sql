-- What opens rows without a grant opens these for the reasons that are named here, and for no other (docs/adr/0049).
ALTER POLICY of_the_scope ON message_thread
  USING (patient_id = ANY ((SELECT row_scope_patients_for('care-review'))::uuid[])
         OR (SELECT row_scope_everybody_for(1, 'unread-notices')));
