package health.visavis.scheduling;

import java.util.UUID;

/// A patient, or staff for a patient, asked for a time.
public record AppointmentRequested(UUID id, AppointmentSummary appointment) implements AppointmentEvent {}
