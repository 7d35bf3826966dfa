package health.visavis.local.demo;

import health.visavis.kernel.ClinicianId;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.OpeningHours;
import health.visavis.scheduling.domain.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// When the doctor of the demo sees patients: as clinics do, from Monday to Friday. A demo is tried at any hour and
/// somebody wants a visit now, so the twelve hours from its start on are extra hours.
final class DemoHours {

    private static final OpeningHours DAY = new OpeningHours(LocalTime.of(8, 0), LocalTime.of(18, 0));
    private static final Duration EXTRA = Duration.ofHours(12);

    /// Extra hours of one day.
    record Extra(LocalDate day, OpeningHours hours) {}

    private DemoHours() {}

    static ClinicHours weekly(ClinicianId doctor, ZoneId zone) {
        return new ClinicHours(
                doctor,
                zone,
                new BookingRules(Duration.ofMinutes(20), Duration.ZERO, 30),
                Stream.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY)
                        .map(day -> new WeeklyHours(day, DAY))
                        .toList());
    }

    /// @param start on the clock at the clinic's wall
    static List<Extra> extra(LocalDateTime start) {
        var from = start.truncatedTo(ChronoUnit.HOURS);
        var until = from.plus(EXTRA);
        var today = from.toLocalDate();
        if (until.toLocalTime().equals(LocalTime.MIDNIGHT)
                || until.toLocalDate().equals(today)) {
            return List.of(new Extra(today, new OpeningHours(from.toLocalTime(), until.toLocalTime())));
        }
        return List.of(
                new Extra(today, new OpeningHours(from.toLocalTime(), LocalTime.MIDNIGHT)),
                new Extra(today.plusDays(1), new OpeningHours(LocalTime.MIDNIGHT, until.toLocalTime())));
    }
}
