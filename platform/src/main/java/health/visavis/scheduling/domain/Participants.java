package health.visavis.scheduling.domain;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;

/// The two who mean to meet.
public record Participants(PatientId patient, ClinicianId clinician) {}
