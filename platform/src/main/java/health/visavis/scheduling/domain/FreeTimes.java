package health.visavis.scheduling.domain;

import health.visavis.kernel.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The times of a schedule that can still be booked at `now` by one of the two sides.
public record FreeTimes(ClinicSchedule schedule, List<TimeSlot> taken, Party asking, Instant now) {

    public FreeTimes {
        taken = List.copyOf(taken);
    }

    public Stream<TimeSlot> between(Instant from, Instant until) {
        var rules = schedule.hours().rules();
        return schedule.slots(later(from, now), earlier(until, horizon()))
                .filter(slot -> rules.comesInTime(slot, asking, now))
                .filter(slot -> taken.stream().noneMatch(slot::overlaps));
    }

    /// The nearest to a wished time, in the order of the calendar.
    public List<TimeSlot> near(Instant wished, Duration within, int most) {
        return between(wished.minus(within), wished.plus(within))
                .sorted(Comparator.comparing(
                        slot -> Duration.between(wished, slot.start()).abs()))
                .limit(most)
                .sorted(Comparator.comparing(TimeSlot::start))
                .toList();
    }

    public Instant horizon() {
        return schedule.hours().rules().horizon(now, schedule.hours().zone());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
