package health.visavis.scheduling;

import java.util.UUID;

/// The clinician did not agree to a requested time.
public record AppointmentDeclined(UUID id, AppointmentSummary appointment) implements AppointmentChanged {}
