package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;

/// A patient and a clinician, between whom care goes on or does not.
public record CarePair(PatientId patient, ClinicianId clinician) {}
