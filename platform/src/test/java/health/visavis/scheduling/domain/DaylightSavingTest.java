package health.visavis.scheduling.domain;

import static health.visavis.scheduling.domain.BookingFixtures.clinic;
import static health.visavis.scheduling.domain.BookingFixtures.everyDay;
import static health.visavis.scheduling.domain.BookingFixtures.exceptionId;
import static health.visavis.scheduling.domain.BookingFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.HoursException.Closed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Golden times over the zones of the United States. Expected instants come from the Uniform Time Act (15
/// U.S.C. 260a) by calendar and offset, not from the time zone database that the code under test reads.
class DaylightSavingTest {

    private static final List<Integer> YEARS =
            IntStream.rangeClosed(2024, 2033).boxed().toList();

    /// Zone and its standard offset; daylight time is one hour ahead of it.
    private static final List<Zone> CHANGING = List.of(
            new Zone("America/New_York", -5),
            new Zone("America/Detroit", -5),
            new Zone("America/Kentucky/Louisville", -5),
            new Zone("America/Kentucky/Monticello", -5),
            new Zone("America/Indiana/Indianapolis", -5),
            new Zone("America/Indiana/Vincennes", -5),
            new Zone("America/Indiana/Winamac", -5),
            new Zone("America/Indiana/Marengo", -5),
            new Zone("America/Indiana/Petersburg", -5),
            new Zone("America/Indiana/Vevay", -5),
            new Zone("America/Chicago", -6),
            new Zone("America/Indiana/Tell_City", -6),
            new Zone("America/Indiana/Knox", -6),
            new Zone("America/Menominee", -6),
            new Zone("America/North_Dakota/Center", -6),
            new Zone("America/North_Dakota/New_Salem", -6),
            new Zone("America/North_Dakota/Beulah", -6),
            new Zone("America/Denver", -7),
            new Zone("America/Boise", -7),
            new Zone("America/Los_Angeles", -8),
            new Zone("America/Anchorage", -9),
            new Zone("America/Juneau", -9),
            new Zone("America/Sitka", -9),
            new Zone("America/Metlakatla", -9),
            new Zone("America/Yakutat", -9),
            new Zone("America/Nome", -9),
            new Zone("America/Adak", -10));

    private static final List<Zone> STEADY = List.of(
            new Zone("America/Phoenix", -7),
            new Zone("Pacific/Honolulu", -10),
            new Zone("America/Puerto_Rico", -4),
            new Zone("Pacific/Guam", 10),
            new Zone("Pacific/Pago_Pago", -11));

    static Stream<Arguments> changingZonesAndYears() {
        return CHANGING.stream().flatMap(zone -> YEARS.stream().map(year -> Arguments.of(zone, year)));
    }

    @ParameterizedTest
    @MethodSource("changingZonesAndYears")
    void inSpringTheSkippedHourIsNotOffered(Zone zone, int year) {
        var day = secondSundayOfMarch(year);
        assertThat(hourly(zone, "00:00", "06:00", day))
                .isEqualTo(hoursFrom(day.atStartOfDay().toInstant(zone.standard()), 5));
        assertThat(wallTimes(zone, hourly(zone, "00:00", "06:00", day)))
                .containsExactly("00:00", "01:00", "03:00", "04:00", "05:00");
    }

    @ParameterizedTest
    @MethodSource("changingZonesAndYears")
    void inSpringHoursThatBeginInTheGapBeginWithTheJump(Zone zone, int year) {
        var day = secondSundayOfMarch(year);
        assertThat(hourly(zone, "02:30", "05:00", day))
                .isEqualTo(hoursFrom(day.atTime(3, 0).toInstant(zone.daylight()), 2));
        assertThat(hourly(zone, "00:00", "02:30", day))
                .isEqualTo(hoursFrom(day.atStartOfDay().toInstant(zone.standard()), 2));
        assertThat(hourly(zone, "02:00", "03:00", day)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changingZonesAndYears")
    void inSpringOfficeHoursBeginOnTheNewClock(Zone zone, int year) {
        var day = secondSundayOfMarch(year);
        assertThat(hourly(zone, "09:00", "17:00", day.minusDays(1)))
                .isEqualTo(hoursFrom(day.minusDays(1).atTime(9, 0).toInstant(zone.standard()), 8));
        assertThat(hourly(zone, "09:00", "17:00", day))
                .isEqualTo(hoursFrom(day.atTime(9, 0).toInstant(zone.daylight()), 8));
    }

    @ParameterizedTest
    @MethodSource("changingZonesAndYears")
    void inAutumnTheRepeatedHourIsOfferedTwice(Zone zone, int year) {
        var day = firstSundayOfNovember(year);
        assertThat(hourly(zone, "00:00", "06:00", day))
                .isEqualTo(hoursFrom(day.atStartOfDay().toInstant(zone.daylight()), 7));
        assertThat(wallTimes(zone, hourly(zone, "00:00", "06:00", day)))
                .containsExactly("00:00", "01:00", "01:00", "02:00", "03:00", "04:00", "05:00");
    }

    @ParameterizedTest
    @MethodSource("changingZonesAndYears")
    void inAutumnOfficeHoursBeginOnTheNewClock(Zone zone, int year) {
        var day = firstSundayOfNovember(year);
        assertThat(hourly(zone, "09:00", "17:00", day.minusDays(1)))
                .isEqualTo(hoursFrom(day.minusDays(1).atTime(9, 0).toInstant(zone.daylight()), 8));
        assertThat(hourly(zone, "09:00", "17:00", day))
                .isEqualTo(hoursFrom(day.atTime(9, 0).toInstant(zone.standard()), 8));
    }

    @ParameterizedTest
    @MethodSource("changingZonesAndYears")
    void inAutumnAClosedHourIsClosedBothTimes(Zone zone, int year) {
        var day = firstSundayOfNovember(year);
        var schedule = new ClinicSchedule(
                clinic(zone.id(), 30, everyDay(hours("00:00", "03:00"))),
                List.of(new Closed(exceptionId(), day.atTime(1, 0), day.atTime(1, 30))));
        // 00:00 00:30 | 01:00–01:30 closed, with everything up to the second 01:30 | 01:30 02:00 02:30
        assertThat(wallTimes(zone, onDay(schedule, day))).containsExactly("00:00", "00:30", "01:30", "02:00", "02:30");
    }

    @ParameterizedTest
    @FieldSource("STEADY")
    void whereTheClockNeverChangesNothingChanges(Zone zone) {
        YEARS.stream()
                .flatMap(year -> Stream.of(secondSundayOfMarch(year), firstSundayOfNovember(year)))
                .forEach(day -> assertThat(hourly(zone, "00:00", "06:00", day))
                        .isEqualTo(hoursFrom(day.atStartOfDay().toInstant(zone.standard()), 6)));
    }

    @ParameterizedTest
    @MethodSource("changingZonesAndYears")
    void everyOfferedTimeIsAcceptedAndLastsItsFullLength(Zone zone, int year) {
        var schedule = new ClinicSchedule(clinic(zone.id(), 25, everyDay(hours("00:00", "00:00"))), List.of());
        for (var day : List.of(secondSundayOfMarch(year), firstSundayOfNovember(year))) {
            var slots = onDay(schedule, day);
            assertThat(slots)
                    .allSatisfy(slot ->
                            assertThat(schedule.slotStarting(slot.start())).contains(slot));
            assertThat(slots)
                    .allMatch(slot -> Duration.between(slot.start(), slot.end()).toMinutes() == 25);
            IntStream.range(1, slots.size())
                    .forEach(i -> assertThat(slots.get(i).start())
                            .isEqualTo(slots.get(i - 1).end()));
        }
    }

    /// Midnight itself is skipped in some zones.
    @ParameterizedTest
    @FieldSource("MIDNIGHT_JUMPS")
    void aDayWithoutMidnightBeginsWithTheJump(ZoneId zone, LocalDate day) {
        var schedule = new ClinicSchedule(clinic(zone, 60, everyDay(hours("00:00", "03:00"))), List.of());
        assertThat(onDay(schedule, day).stream()
                        .map(slot -> LocalTime.ofInstant(slot.start(), zone).toString()))
                .containsExactly("01:00", "02:00");
    }

    static final List<Arguments> MIDNIGHT_JUMPS = List.of(
            Arguments.of(ZoneId.of("America/Havana"), LocalDate.of(2026, 3, 8)),
            Arguments.of(ZoneId.of("Africa/Cairo"), LocalDate.of(2026, 4, 24)));

    record Zone(String name, int standardHours) {
        ZoneId id() {
            return ZoneId.of(name);
        }

        ZoneOffset standard() {
            return ZoneOffset.ofHours(standardHours);
        }

        ZoneOffset daylight() {
            return ZoneOffset.ofHours(standardHours + 1);
        }
    }

    private static LocalDate secondSundayOfMarch(int year) {
        return LocalDate.of(year, Month.MARCH, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.SUNDAY));
    }

    private static LocalDate firstSundayOfNovember(int year) {
        return LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY));
    }

    private static List<TimeSlot> hourly(Zone zone, String opens, String closes, LocalDate day) {
        return onDay(new ClinicSchedule(clinic(zone.id(), 60, everyDay(hours(opens, closes))), List.of()), day);
    }

    private static List<TimeSlot> onDay(ClinicSchedule schedule, LocalDate day) {
        var zone = schedule.hours().zone();
        return schedule.slots(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant())
                .toList();
    }

    private static List<TimeSlot> hoursFrom(Instant first, int count) {
        return Stream.iterate(first, start -> start.plus(Duration.ofHours(1)))
                .limit(count)
                .map(start -> new TimeSlot(start, start.plus(Duration.ofHours(1))))
                .toList();
    }

    private static List<String> wallTimes(Zone zone, List<TimeSlot> slots) {
        return slots.stream()
                .map(slot -> LocalTime.ofInstant(slot.start(), zone.id()).toString())
                .toList();
    }
}
