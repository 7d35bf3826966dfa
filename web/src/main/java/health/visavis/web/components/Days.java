package health.visavis.web.components;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The days that a list is asked for, both included, in the viewer's zone; without one it is open at that end.
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    public Instant begin(ZoneId zone) {
        return from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant();
    }

    /// The first moment after it; what happens at this very moment is still in.
    public Instant end(ZoneId zone, Clock clock) {
        return to == null
                ? clock.instant().plusSeconds(1)
                : to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
