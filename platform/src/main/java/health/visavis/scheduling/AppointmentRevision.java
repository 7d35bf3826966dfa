package health.visavis.scheduling;

import health.visavis.kernel.AppointmentId;

/// An appointment as somebody saw it. A change applies to this version only: nobody confirms a time he has not
/// read.
public record AppointmentRevision(AppointmentId id, int version) {}
