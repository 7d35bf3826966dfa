package health.visavis.proxy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ProxyRulesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ProxyRules RULES = new ProxyRules(new Majority(18), Period.ofYears(1));

    /// Still the 27th in New York.
    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");

    @Test
    void whatIsGivenEndsWithADayWhereThePatientLives() {
        assertThat(RULES.endOf(Period.ofMonths(3), NEW_YORK, NOW)).isEqualTo(Instant.parse("2027-02-27T05:00:00Z"));
    }

    @Test
    void nobodyGivesMoreThanTheLongestTime() {
        assertThat(RULES.endOf(Period.ofYears(20), NEW_YORK, NOW)).isEqualTo(Instant.parse("2027-11-27T05:00:00Z"));
        assertThat(RULES.endOf(Period.ofMonths(12), NEW_YORK, NOW))
                .isEqualTo(RULES.endOf(Period.ofYears(1), NEW_YORK, NOW));
    }

    @Test
    void aChildIsGrownUpAtTheMomentItselfAndNotBefore() {
        var born = LocalDate.of(2008, 11, 28);
        var midnight = Instant.parse("2026-11-28T05:00:00Z");

        assertThat(RULES.grownUp(born, NEW_YORK, midnight.minusNanos(1))).isFalse();
        assertThat(RULES.grownUp(born, NEW_YORK, midnight)).isTrue();
    }

    @Test
    void somebodyActsForSomeTime() {
        assertThatThrownBy(() -> new ProxyRules(new Majority(18), Period.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ProxyRules(new Majority(18), Period.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
