package health.visavis.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.people.domain.Tie.Appointment;
import health.visavis.people.domain.Tie.Assignment;
import health.visavis.people.domain.Tie.Message;
import health.visavis.people.domain.Tie.Visit;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class CareRulesTest {

    private static final Instant MARCH = Instant.parse("2026-03-31T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-30T10:00:00Z");

    private final CareRules rules = new CareRules(Period.ofMonths(12), Period.ofDays(14));

    @Test
    void withoutATieThereIsNothing() {
        assertThat(rules.goodUntil(List.of())).isEmpty();
    }

    @Test
    void anAppointmentCarriesUntilSomeDaysAfterItsEnd() {
        assertThat(rules.goodUntil(List.of(new Appointment(MARCH)))).contains(Instant.parse("2026-04-14T10:00:00Z"));
    }

    @Test
    void aVisitAndARecordCarryForAYear() {
        assertThat(rules.goodUntil(List.of(new Visit(MARCH)))).contains(Instant.parse("2027-03-31T10:00:00Z"));
        assertThat(rules.goodUntil(List.of(new Tie.Record(MARCH)))).contains(Instant.parse("2027-03-31T10:00:00Z"));
    }

    @Test
    void theLastTieDecides() {
        assertThat(rules.goodUntil(List.of(new Visit(JUNE), new Visit(MARCH), new Appointment(JUNE))))
                .contains(Instant.parse("2027-06-30T10:00:00Z"));
    }

    @Test
    void messagesKeepUpWhatAVisitHasFounded() {
        assertThat(rules.goodUntil(List.of(new Visit(MARCH), new Message(JUNE))))
                .contains(Instant.parse("2027-06-30T10:00:00Z"));
        assertThat(rules.goodUntil(List.of(new Tie.Record(MARCH), new Message(JUNE))))
                .contains(Instant.parse("2027-06-30T10:00:00Z"));
    }

    @Test
    void messagesAloneCarryNothingAndDoNotLengthenAnAppointment() {
        assertThat(rules.goodUntil(List.of(new Message(JUNE)))).isEmpty();
        assertThat(rules.goodUntil(List.of(new Appointment(MARCH), new Message(JUNE))))
                .contains(Instant.parse("2026-04-14T10:00:00Z"));
    }

    @Test
    void anAssignmentHasNoEnd() {
        assertThat(rules.goodUntil(List.of(new Assignment(), new Visit(JUNE)))).contains(CareRules.WITHOUT_END);
    }

    @Test
    void aYearAfterALeapDayIsTheLastOfFebruary() {
        assertThat(rules.goodUntil(List.of(new Visit(Instant.parse("2028-02-29T10:00:00Z")))))
                .contains(Instant.parse("2029-02-28T10:00:00Z"));
    }

    @Test
    void aRuleWithoutTimeIsNoRule() {
        assertThatThrownBy(() -> new CareRules(Period.ZERO, Period.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CareRules(Period.ofDays(1), Period.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
