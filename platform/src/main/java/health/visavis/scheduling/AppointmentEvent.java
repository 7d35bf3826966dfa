package health.visavis.scheduling;

import java.util.UUID;

/// Something that happened to an appointment. Ids and instants only: events are stored as text.
public sealed interface AppointmentEvent permits AppointmentRequested, AppointmentChanged {

    /// Of the event itself: delivery is at least once, and listeners know by it what they have done.
    UUID id();

    /// The appointment as it was after the event.
    AppointmentSummary appointment();
}
