package health.visavis.scheduling;

/// Something that happened to an appointment after it was asked for. Whoever has nothing to do before then listens to
/// these: bookings are many, and each listener of one is written down, woken and crossed out.
public sealed interface AppointmentChanged extends AppointmentEvent
        permits AppointmentConfirmed, AppointmentDeclined, AppointmentCancelled, AppointmentMoved {}
