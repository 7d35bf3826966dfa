package health.visavis.web.visit;

import health.visavis.visit.SeatSummary;
import java.util.UUID;

/// A seat as the island knows it.
record SeatJson(UUID id, int epoch, String part, String name, boolean held) {

    static SeatJson of(SeatSummary seat) {
        return new SeatJson(
                seat.id(), seat.epoch(), seat.clinician() ? "clinician" : "patient", seat.name(), seat.held());
    }
}
