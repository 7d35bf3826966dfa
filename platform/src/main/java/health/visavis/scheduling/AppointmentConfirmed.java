package health.visavis.scheduling;

import java.util.UUID;

/// The clinician agreed to a requested time.
public record AppointmentConfirmed(UUID id, AppointmentSummary appointment) implements AppointmentChanged {}
