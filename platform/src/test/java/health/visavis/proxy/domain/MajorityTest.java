package health.visavis.proxy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MajorityTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Majority EIGHTEEN = new Majority(18);

    @Test
    void aChildIsGrownUpFromTheFirstMomentOfTheBirthdayWhereItLives() {
        var born = LocalDate.of(2008, 11, 28);

        assertThat(EIGHTEEN.reachedAt(born, NEW_YORK)).isEqualTo(Instant.parse("2026-11-28T05:00:00Z"));
        assertThat(EIGHTEEN.reachedAt(born, ZoneId.of("Pacific/Honolulu")))
                .isEqualTo(Instant.parse("2026-11-28T10:00:00Z"));
        assertThat(EIGHTEEN.reachedAt(born, ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-11-28T00:00:00Z"));
    }

    @Test
    void whoeverWasBornOnTheLeapDayHasCompletedTheYearWhenFebruaryIsOver() {
        var born = LocalDate.of(2008, 2, 29);

        assertThat(EIGHTEEN.reachedAt(born, ZoneOffset.UTC)).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(new Majority(20).reachedAt(born, ZoneOffset.UTC)).isEqualTo(Instant.parse("2028-02-29T00:00:00Z"));
    }

    @Test
    void theLawOfAStateMaySayAnotherAge() {
        var born = LocalDate.of(2008, 6, 1);

        assertThat(new Majority(19).reachedAt(born, ZoneOffset.UTC)).isEqualTo(Instant.parse("2027-06-01T00:00:00Z"));
        assertThatThrownBy(() -> new Majority(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Majority(181)).isInstanceOf(IllegalArgumentException.class);
    }

    /// In Santiago clocks went from 23:59 to 1:00 on 8 September 2024.
    @Test
    void aBirthdayWithoutAMidnightBeginsWhenTheDayDoes() {
        assertThat(EIGHTEEN.reachedAt(LocalDate.of(2006, 9, 8), ZoneId.of("America/Santiago")))
                .isEqualTo(Instant.parse("2024-09-08T04:00:00Z"));
    }
}
