-- In an emergency a patient is looked for by exact name and birth date.
CREATE INDEX patient_by_birth ON patient (born_on);
