package health.visavis.scheduling.store;

import health.visavis.scheduling.domain.Appointment;

/// An appointment and the version that a change has to name.
public record StoredAppointment(Appointment appointment, int version) {}
