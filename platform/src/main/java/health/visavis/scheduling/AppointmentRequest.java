package health.visavis.scheduling;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.scheduling.domain.ReasonForVisit;
import java.time.Instant;
import java.util.UUID;

/// A wish for an appointment.
///
/// @param id made with the form, so that a form sent twice asks once
/// @param start of one of the offered times; how long it lasts is the clinic's to say
public record AppointmentRequest(
        UUID id, PatientId patient, ClinicianId clinician, Instant start, ReasonForVisit reason) {}
