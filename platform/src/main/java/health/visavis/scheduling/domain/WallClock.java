package health.visavis.scheduling.domain;

import health.visavis.kernel.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/// Turns times on the wall into instants, also on the two days a year when the wall clock jumps.
record WallClock(ZoneId zone) {

    /// Empty when the clocks skip the whole of it.
    Optional<TimeSlot> open(LocalDate day, OpeningHours hours) {
        var start = first(day.atTime(hours.opens()));
        var end = first(hours.closesAtMidnight() ? day.plusDays(1).atStartOfDay() : day.atTime(hours.closes()));
        return start.isBefore(end) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
    }

    /// Covers both passes of an hour that happens twice: closed means closed.
    Optional<TimeSlot> closed(LocalDateTime from, LocalDateTime until) {
        var start = first(from);
        var end = last(until);
        return start.isBefore(end) ? Optional.of(new TimeSlot(start, end)) : Optional.empty();
    }

    /// The first time the clock shows this. A time that is skipped means the moment of the jump, so hours do
    /// not grow at either end.
    private Instant first(LocalDateTime wall) {
        return skipping(wall)
                .orElseGet(() ->
                        wall.toInstant(zone.getRules().getValidOffsets(wall).getFirst()));
    }

    private Instant last(LocalDateTime wall) {
        return skipping(wall)
                .orElseGet(() ->
                        wall.toInstant(zone.getRules().getValidOffsets(wall).getLast()));
    }

    private Optional<Instant> skipping(LocalDateTime wall) {
        return Optional.ofNullable(zone.getRules().getTransition(wall))
                .filter(ZoneOffsetTransition::isGap)
                .map(ZoneOffsetTransition::getInstant);
    }
}
