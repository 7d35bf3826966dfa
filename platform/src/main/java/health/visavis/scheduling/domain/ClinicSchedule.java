package health.visavis.scheduling.domain;

import health.visavis.kernel.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Weekly hours and the exceptions from them, turned into the times a patient can be seen.
///
/// Times are laid from the opening on in steps of elapsed time, so a visit of thirty minutes lasts thirty
/// minutes while the wall clock jumps: a skipped hour is not offered and an hour that happens twice is offered
/// twice. Closed periods remove times and never shift the others.
public record ClinicSchedule(ClinicHours hours, List<HoursException> exceptions) {

    public ClinicSchedule {
        exceptions = List.copyOf(exceptions);
    }

    /// Finds exactly the times that [#slots(Instant, Instant)] names: whatever is offered is accepted, and
    /// nothing else is.
    public Optional<TimeSlot> slotStarting(Instant start) {
        return slotsOn(LocalDate.ofInstant(start, hours.zone())).stream()
                .filter(slot -> slot.start().equals(start))
                .findFirst();
    }

    /// Every time that begins in `[from, until)`, in order, taken or not.
    public Stream<TimeSlot> slots(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return Stream.empty();
        }
        return LocalDate.ofInstant(from, hours.zone())
                .datesUntil(LocalDate.ofInstant(until, hours.zone()).plusDays(1))
                .flatMap(day -> slotsOn(day).stream())
                .filter(slot -> !slot.start().isBefore(from) && slot.start().isBefore(until));
    }

    private List<TimeSlot> slotsOn(LocalDate day) {
        var closed = closedPeriods();
        return openPeriods(day).stream()
                .flatMap(this::divide)
                .filter(slot -> closed.stream().noneMatch(slot::overlaps))
                .toList();
    }

    private Stream<TimeSlot> divide(TimeSlot open) {
        var length = hours.rules().visitLength();
        return Stream.iterate(open.start(), start -> start.plus(length))
                .map(start -> new TimeSlot(start, start.plus(length)))
                .takeWhile(slot -> !slot.end().isAfter(open.end()));
    }

    /// Periods that overlap become one: extra hours over usual ones must not offer one time twice.
    private List<TimeSlot> openPeriods(LocalDate day) {
        var clock = new WallClock(hours.zone());
        var periods = Stream.concat(
                        hours.weekly().stream()
                                .filter(each -> each.day() == day.getDayOfWeek())
                                .map(WeeklyHours::hours),
                        exceptions.stream()
                                .filter(HoursException.ExtraHours.class::isInstance)
                                .map(HoursException.ExtraHours.class::cast)
                                .filter(extra -> extra.day().equals(day))
                                .map(HoursException.ExtraHours::hours))
                .flatMap(each -> clock.open(day, each).stream())
                .sorted(Comparator.comparing(TimeSlot::start))
                .toList();
        var merged = new ArrayList<TimeSlot>();
        for (var period : periods) {
            if (!merged.isEmpty() && merged.getLast().overlaps(period)) {
                var last = merged.removeLast();
                merged.add(new TimeSlot(last.start(), later(last.end(), period.end())));
            } else {
                merged.add(period);
            }
        }
        return merged;
    }

    private List<TimeSlot> closedPeriods() {
        var clock = new WallClock(hours.zone());
        return exceptions.stream()
                .filter(HoursException.Closed.class::isInstance)
                .map(HoursException.Closed.class::cast)
                .flatMap(closed -> clock.closed(closed.from(), closed.until()).stream())
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
