package health.visavis.scheduling.domain;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.TimeSlot;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// What is true of an appointment in every state: who, when, and on whose clock the time was agreed.
public record Booking(AppointmentId id, Participants participants, TimeSlot slot, ZoneId clinicZone) {

    /// The time as it was said aloud. If a law moves the clocks of `clinicZone`, people keep this time, not the
    /// instant.
    public LocalDateTime agreedWallTime() {
        return LocalDateTime.ofInstant(slot.start(), clinicZone);
    }

    Booking at(TimeSlot newSlot) {
        return new Booking(id, participants, newSlot, clinicZone);
    }
}
