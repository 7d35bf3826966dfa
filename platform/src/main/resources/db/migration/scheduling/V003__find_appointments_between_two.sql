-- What ties a patient and a clinician is asked when an appointment ends, and before their relationship lapses.
CREATE INDEX appointment_between ON appointment (patient_id, clinician_id);
