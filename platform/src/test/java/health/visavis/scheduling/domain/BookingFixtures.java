package health.visavis.scheduling.domain;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

public final class BookingFixtures {

    /// A Monday, 07:00 in New York.
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private BookingFixtures() {}

    public static Booking booking() {
        return new Booking(
                AppointmentId.next(),
                new Participants(PatientId.next(), ClinicianId.next()),
                new TimeSlot(NOON, NOON.plus(Duration.ofMinutes(30))),
                NEW_YORK);
    }

    public static BookingRules visitsOf(int minutes) {
        return new BookingRules(Duration.ofMinutes(minutes), Duration.ZERO, 60);
    }

    public static OpeningHours hours(String opens, String closes) {
        return new OpeningHours(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    public static List<WeeklyHours> everyDay(OpeningHours... hours) {
        return Arrays.stream(DayOfWeek.values())
                .flatMap(day -> Arrays.stream(hours).map(each -> new WeeklyHours(day, each)))
                .toList();
    }

    public static ClinicHours clinic(ZoneId zone, int minutes, List<WeeklyHours> weekly) {
        return new ClinicHours(ClinicianId.next(), zone, visitsOf(minutes), weekly);
    }

    public static HoursExceptionId exceptionId() {
        return new HoursExceptionId(UUID.randomUUID());
    }
}
