package health.visavis.scheduling.domain;

import static health.visavis.scheduling.domain.BookingFixtures.NEW_YORK;
import static health.visavis.scheduling.domain.BookingFixtures.clinic;
import static health.visavis.scheduling.domain.BookingFixtures.everyDay;
import static health.visavis.scheduling.domain.BookingFixtures.exceptionId;
import static health.visavis.scheduling.domain.BookingFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.HoursException.Closed;
import health.visavis.scheduling.domain.HoursException.ExtraHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClinicScheduleTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void aDayMayHaveSeveralIntervals() {
        assertThat(starts(schedule(60, everyDay(hours("09:00", "11:00"), hours("14:00", "16:00"))), MONDAY))
                .containsExactly("09:00", "10:00", "14:00", "15:00");
    }

    @Test
    void aVisitThatWouldOutlastTheHoursIsNotOffered() {
        assertThat(starts(schedule(45, everyDay(hours("09:00", "11:00"))), MONDAY))
                .containsExactly("09:00", "09:45");
    }

    @Test
    void hoursMayLastUntilMidnight() {
        assertThat(starts(schedule(30, everyDay(hours("23:00", "00:00"))), MONDAY))
                .containsExactly("23:00", "23:30");
    }

    @Test
    void otherDaysOfTheWeekAreNotOffered() {
        var onTuesdays = List.of(new WeeklyHours(DayOfWeek.TUESDAY, hours("09:00", "10:00")));
        assertThat(starts(schedule(30, onTuesdays), MONDAY)).isEmpty();
        assertThat(starts(schedule(30, onTuesdays), MONDAY.plusDays(1))).containsExactly("09:00", "09:30");
    }

    @Test
    void aClosedPeriodRemovesEveryTimeItTouchesAndShiftsNone() {
        var schedule = schedule(
                30,
                everyDay(hours("09:00", "11:00")),
                new Closed(exceptionId(), MONDAY.atTime(9, 40), MONDAY.atTime(10, 10)));
        assertThat(starts(schedule, MONDAY)).containsExactly("09:00", "10:30");
    }

    @Test
    void aClosedFortnightLeavesNothing() {
        var schedule = schedule(
                30,
                everyDay(hours("09:00", "11:00")),
                new Closed(
                        exceptionId(),
                        MONDAY.atStartOfDay(),
                        MONDAY.plusDays(14).atStartOfDay()));
        assertThat(MONDAY.datesUntil(MONDAY.plusDays(14)))
                .allSatisfy(day -> assertThat(starts(schedule, day)).isEmpty());
        assertThat(starts(schedule, MONDAY.plusDays(14))).hasSize(4);
    }

    @Test
    void extraHoursAreOfferedOnTheirDayOnly() {
        var saturday = MONDAY.plusDays(5);
        var schedule = schedule(30, List.of(), new ExtraHours(exceptionId(), saturday, hours("10:00", "11:00")));
        assertThat(starts(schedule, saturday)).containsExactly("10:00", "10:30");
        assertThat(starts(schedule, saturday.plusDays(7))).isEmpty();
    }

    @Test
    void extraHoursOverUsualHoursOfferNoTimeTwice() {
        var schedule = schedule(
                30,
                everyDay(hours("09:00", "10:00")),
                new ExtraHours(exceptionId(), MONDAY, hours("09:15", "11:00")),
                new ExtraHours(exceptionId(), MONDAY, hours("09:20", "09:40")));
        assertThat(starts(schedule, MONDAY)).containsExactly("09:00", "09:30", "10:00", "10:30");
    }

    @Test
    void theTimesOfAPeriodBeginInItAndComeInOrder() {
        var schedule = schedule(30, everyDay(hours("14:00", "15:00"), hours("09:00", "10:00")));
        var from = MONDAY.atTime(9, 30).atZone(NEW_YORK).toInstant();
        var until = MONDAY.plusDays(1).atTime(9, 30).atZone(NEW_YORK).toInstant();
        assertThat(schedule.slots(from, until).map(ClinicScheduleTest::wallStart))
                .containsExactly("09:30", "14:00", "14:30", "09:00");
        assertThat(schedule.slots(until, from)).isEmpty();
        assertThat(schedule.slots(from, from)).isEmpty();
    }

    @Test
    void onlyTheExactTimesAreOffered() {
        var schedule = schedule(30, everyDay(hours("09:00", "10:00")));
        var nine = MONDAY.atTime(9, 0).atZone(NEW_YORK).toInstant();
        assertThat(schedule.slotStarting(nine)).contains(TimeSlot.starting(nine, Duration.ofMinutes(30)));
        assertThat(schedule.slotStarting(nine.plusSeconds(60))).isEmpty();
        assertThat(schedule.slotStarting(nine.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void weeklyHoursOfOneDayMayTouchButNotOverlap() {
        assertThat(clinic(NEW_YORK, 30, everyDay(hours("10:00", "12:00"), hours("09:00", "10:00")))
                        .weekly())
                .hasSize(14);
        assertThatThrownBy(() -> clinic(NEW_YORK, 30, everyDay(hours("09:00", "17:00"), hours("12:00", "13:00"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursCloseAfterTheyOpen() {
        assertThatThrownBy(() -> hours("09:00", "09:00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hours("09:00", "08:00")).isInstanceOf(IllegalArgumentException.class);
        assertThat(hours("00:00", "00:00").closingMinute()).isEqualTo(1440);
        assertThat(OpeningHours.ofMinutes(0, 1440)).isEqualTo(new OpeningHours(LocalTime.MIN, LocalTime.MIDNIGHT));
        assertThat(OpeningHours.ofMinutes(545, 1020)).isEqualTo(hours("09:05", "17:00"));
    }

    @Test
    void aClosedPeriodEndsAfterItBegins() {
        var at = LocalDateTime.of(2026, 11, 23, 9, 0);
        assertThatThrownBy(() -> new Closed(exceptionId(), at, at)).isInstanceOf(IllegalArgumentException.class);
    }

    static ClinicSchedule schedule(int minutes, List<WeeklyHours> weekly, HoursException... exceptions) {
        return new ClinicSchedule(clinic(NEW_YORK, minutes, weekly), List.of(exceptions));
    }

    private static List<String> starts(ClinicSchedule schedule, LocalDate day) {
        ZoneId zone = schedule.hours().zone();
        return schedule.slots(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(1).atStartOfDay(zone).toInstant())
                .map(ClinicScheduleTest::wallStart)
                .toList();
    }

    private static String wallStart(TimeSlot slot) {
        return LocalTime.ofInstant(slot.start(), NEW_YORK).toString();
    }

    @Test
    void hoursThatTouchDoNotOverlap() {
        var morning = hours("09:00", "12:00");

        assertThat(morning.overlaps(hours("12:00", "15:00"))).isFalse();
        assertThat(hours("12:00", "15:00").overlaps(morning)).isFalse();
        assertThat(morning.overlaps(hours("11:59", "15:00"))).isTrue();
    }
}
