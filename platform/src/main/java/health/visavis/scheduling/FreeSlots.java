package health.visavis.scheduling;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Times that can be booked in a period.
///
/// @param clinicZone the clinic's own clock
/// @param next the first free time after the period; null when there is none
/// @param horizon from here on nothing is offered yet
public record FreeSlots(
        ClinicianId clinician,
        ZoneId clinicZone,
        List<TimeSlot> slots,
        @Nullable TimeSlot next,
        Instant horizon) {

    /// For an appointment that moves: staying is not moving.
    public FreeSlots without(TimeSlot own) {
        return new FreeSlots(
                clinician,
                clinicZone,
                slots.stream().filter(slot -> !slot.equals(own)).toList(),
                next,
                horizon);
    }
}
