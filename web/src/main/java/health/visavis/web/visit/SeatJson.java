package health.visavis.web.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.visavis.visit.SeatSummary;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A seat as the island knows it.
///
/// @param guest family, clinician or interpreter; null for the two whose visit it is
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatJson(
        UUID id,
        int epoch,
        String part,
        String name,
        boolean held,
        @Nullable String guest,
        @Nullable String language,
        @Nullable Instant handRaisedAt) {

    static SeatJson of(SeatSummary seat) {
        var guest = seat.guest();
        return new SeatJson(
                seat.id(),
                seat.epoch(),
                seat.part().name().toLowerCase(Locale.ROOT),
                seat.name(),
                seat.held(),
                guest == null ? null : guest.name().toLowerCase(Locale.ROOT),
                seat.language(),
                seat.handRaisedAt());
    }
}
