package health.visavis.scheduling;

import java.util.List;

/// A patient's appointments: those that are still to come about, the next one first, and the others, the latest
/// first.
public record MyAppointments(List<AppointmentSummary> upcoming, List<AppointmentSummary> past) {}
