package health.visavis.scheduling.domain;

import static health.visavis.scheduling.domain.BookingFixtures.NEW_YORK;
import static health.visavis.scheduling.domain.BookingFixtures.everyDay;
import static health.visavis.scheduling.domain.BookingFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreeTimesTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant TEN = at(MONDAY, "10:00");

    private final ClinicSchedule schedule = new ClinicSchedule(
            new ClinicHours(
                    ClinicianId.next(),
                    NEW_YORK,
                    new BookingRules(Duration.ofMinutes(30), Duration.ofHours(2), 7),
                    everyDay(hours("09:00", "14:00"))),
            List.of());

    @Test
    void aPatientIsOfferedTimesThatKeepTheNotice() {
        assertThat(starts(free(Party.PATIENT).between(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"))))
                .containsExactly("12:00", "12:30", "13:00", "13:30");
    }

    @Test
    void staffAreOfferedEveryTimeThatHasNotBegun() {
        assertThat(starts(free(Party.CLINIC).between(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"))))
                .containsExactly("10:30", "11:00", "11:30", "12:00", "12:30", "13:00", "13:30");
    }

    @Test
    void withoutNoticeATimeThatHasBegunIsStillNotOffered() {
        var rules = new BookingRules(Duration.ofMinutes(30), Duration.ZERO, 7);
        assertThat(rules.comesInTime(slot("10:00"), Party.PATIENT, TEN)).isFalse();
        assertThat(rules.comesInTime(slot("10:30"), Party.PATIENT, TEN)).isTrue();
        assertThat(rules.comesInTime(slot("10:00"), Party.CLINIC, TEN)).isFalse();
    }

    @Test
    void aTakenTimeAndTimesThatOverlapItAreNotOffered() {
        var taken = new TimeSlot(at(MONDAY, "12:15"), at(MONDAY, "12:45"));
        assertThat(starts(new FreeTimes(schedule, List.of(taken), Party.PATIENT, TEN)
                        .between(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"))))
                .containsExactly("13:00", "13:30");
    }

    @Test
    void timesThatTouchATakenOneAreOffered() {
        var taken = new TimeSlot(at(MONDAY, "12:30"), at(MONDAY, "13:00"));
        assertThat(starts(new FreeTimes(schedule, List.of(taken), Party.PATIENT, TEN)
                        .between(at(MONDAY, "00:00"), at(MONDAY.plusDays(1), "00:00"))))
                .containsExactly("12:00", "13:00", "13:30");
    }

    @Test
    void theLastDayWithinTheHorizonIsOfferedWhole() {
        var all = free(Party.PATIENT)
                .between(at(MONDAY, "00:00"), at(MONDAY.plusDays(30), "00:00"))
                .toList();
        assertThat(all.getLast().start()).isEqualTo(at(MONDAY.plusDays(7), "13:30"));
        assertThat(free(Party.PATIENT).horizon()).isEqualTo(at(MONDAY.plusDays(8), "00:00"));
    }

    @Test
    void otherTimesAreTheNearestOnesInOrderWithoutTheTakenOne() {
        var tuesday = MONDAY.plusDays(1);
        var taken = new TimeSlot(at(tuesday, "11:00"), at(tuesday, "11:30"));
        var free = new FreeTimes(schedule, List.of(taken), Party.PATIENT, TEN);
        assertThat(starts(free.near(taken.start(), Duration.ofDays(3), 4).stream()))
                .containsExactly("10:00", "10:30", "11:30", "12:00");
    }

    @Test
    void otherTimesReachIntoOtherDays() {
        var others = free(Party.PATIENT).near(at(MONDAY, "13:30"), Duration.ofDays(2), 6);
        assertThat(others).hasSize(6);
        assertThat(others.getLast().start()).isEqualTo(at(MONDAY.plusDays(1), "09:30"));
    }

    @Test
    void rulesOutsideTheirLimitsAreRefused() {
        var half = Duration.ofMinutes(30);
        for (Runnable wrong : List.<Runnable>of(
                () -> new BookingRules(Duration.ofMinutes(4), Duration.ZERO, 7),
                () -> new BookingRules(Duration.ofMinutes(241), Duration.ZERO, 7),
                () -> new BookingRules(half, Duration.ofMinutes(-1), 7),
                () -> new BookingRules(half, Duration.ofDays(14).plusSeconds(1), 7),
                () -> new BookingRules(half, Duration.ZERO, 0),
                () -> new BookingRules(half, Duration.ZERO, 366))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new BookingRules(Duration.ofMinutes(5), Duration.ofDays(14), 1).horizonDays())
                .isEqualTo(1);
        assertThat(new BookingRules(Duration.ofMinutes(240), Duration.ZERO, 365).horizonDays())
                .isEqualTo(365);
    }

    private FreeTimes free(Party asking) {
        return new FreeTimes(schedule, List.of(), asking, TEN);
    }

    private static TimeSlot slot(String start) {
        return new TimeSlot(at(MONDAY, start), at(MONDAY, start).plus(Duration.ofMinutes(30)));
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
    }

    private static List<String> starts(Stream<TimeSlot> slots) {
        return slots.map(slot -> LocalTime.ofInstant(slot.start(), NEW_YORK).toString())
                .toList();
    }
}
