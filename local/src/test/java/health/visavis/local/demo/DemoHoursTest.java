package health.visavis.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.HoursException;
import health.visavis.scheduling.domain.HoursExceptionId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoHoursTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-29T23:41", "2026-11-29T12:00", "2026-11-25T09:59", "2026-11-28T00:00"})
    void whenTheDemoIsTriedAVisitCanBeBookedForNow(LocalDateTime tried) {
        var now = tried.atZone(ZONE).toInstant();

        assertThat(slots(tried, Duration.ofMinutes(20))).isNotEmpty();
        assertThat(schedule(tried)
                        .slots(now.plus(Duration.ofHours(10)), now.plus(Duration.ofHours(11)))
                        .count())
                .isEqualTo(3);
    }

    @Test
    void fromTheNextDayOnTheHoursAreThoseOfAClinic() {
        var tried = LocalDateTime.parse("2026-11-29T23:41");

        assertThat(slots(tried, Duration.ofDays(14)))
                .filteredOn(slot ->
                        slot.start().isAfter(tried.plusHours(12).atZone(ZONE).toInstant()))
                .isNotEmpty()
                .allSatisfy(slot -> {
                    var start = slot.start().atZone(ZONE);
                    assertThat(start.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    assertThat(start.getHour()).isBetween(8, 17);
                });
    }

    private static List<TimeSlot> slots(LocalDateTime tried, Duration ahead) {
        var now = tried.atZone(ZONE).toInstant();
        return schedule(tried).slots(now, now.plus(ahead)).toList();
    }

    private static ClinicSchedule schedule(LocalDateTime tried) {
        return new ClinicSchedule(
                DemoHours.weekly(ClinicianId.next(), ZONE),
                DemoHours.extra(tried).stream()
                        .<HoursException>map(extra -> new HoursException.ExtraHours(
                                new HoursExceptionId(new UUID(1, 1)), extra.day(), extra.hours()))
                        .toList());
    }
}
