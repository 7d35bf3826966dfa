package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import java.util.Optional;

/// Whom a sign-in belongs to, and what that person is here.
public record SignedInPerson(PersonSummary person, Optional<PatientId> patient, Optional<ClinicianId> clinician) {}
