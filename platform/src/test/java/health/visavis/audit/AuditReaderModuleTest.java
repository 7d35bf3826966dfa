package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class AuditReaderModuleTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditReader reader;

    @Autowired
    TransactionTemplate transaction;

    private final PersonId somebody = PersonId.next();
    private final PatientId patient = PatientId.next();

    @Test
    @Requirement("AUD-01")
    void aRowIsReadAsItWasWritten() {
        var whole = event(NOON, patient, Outcome.GRANTED);
        var bare = new AuditEvent(
                TimeOrderedId.next(),
                NOON.plusSeconds(1),
                somebody,
                "",
                "search-audit",
                Outcome.REFUSED,
                "role-may-not",
                null,
                null,
                "-",
                "-",
                "-");
        record(whole);
        transaction.executeWithoutResult(open -> trail.recordRefusal(bare));

        assertThat(find(query -> query)).containsExactly(bare, whole);
    }

    @Test
    void theNewestComeFirstAndNoMoreThanAskedFor() {
        var first = event(NOON, patient, Outcome.GRANTED);
        var second = event(NOON.plusSeconds(1), patient, Outcome.GRANTED);
        var third = event(NOON.plusSeconds(2), patient, Outcome.GRANTED);
        List.of(second, third, first).forEach(this::record);

        assertThat(find(query -> query)).containsExactly(third, second, first);
        assertThat(find(query -> limited(query, 2))).containsExactly(third, second);
        assertThat(find(query -> between(query, NOON, NOON.plusSeconds(2)))).containsExactly(second, first);
        assertThat(find(query -> between(query, NOON.plusSeconds(1), NOON.plusSeconds(9))))
                .containsExactly(third, second);
    }

    @Test
    void eachConditionNarrows() {
        var granted = event(NOON, patient, Outcome.GRANTED);
        var refused = event(NOON.plusSeconds(1), PatientId.next(), Outcome.REFUSED);
        List.of(granted, refused).forEach(this::record);

        assertThat(find(query -> with(query, patient, null, null))).containsExactly(granted);
        assertThat(find(query -> with(query, null, Outcome.REFUSED, null))).containsExactly(refused);
        assertThat(find(query -> with(query, null, null, "read-chart"))).containsExactly(refused, granted);
        assertThat(find(query -> with(query, null, null, "read-messages"))).isEmpty();
    }

    @Test
    @Requirement("AUD-02")
    void aPatientIsFoundInAListThatShowedHimAndNotInAnotherThatDidNot() {
        var showed = event(NOON, null, Outcome.GRANTED);
        var didNot = event(NOON.plusSeconds(1), null, Outcome.GRANTED);
        record(didNot);
        transaction.executeWithoutResult(open -> {
            trail.record(showed);
            trail.touched(showed.id(), List.of(patient, patient));
            trail.touched(showed.id(), List.of());
        });

        assertThat(find(query -> with(query, patient, null, null))).containsExactly(showed);
    }

    @Test
    @Requirement("AUD-01")
    void whatHasNoTransactionToBelongToIsNotWritten() {
        var event = event(NOON, patient, Outcome.GRANTED);

        assertThatThrownBy(() -> trail.record(event)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> trail.touched(event.id(), List.of(patient)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(find(query -> query)).isEmpty();
    }

    private void record(AuditEvent event) {
        transaction.executeWithoutResult(open -> trail.record(event));
    }

    private List<AuditEvent> find(UnaryOperator<AuditQuery> narrowed) {
        return reader.findWithoutPermissionCheck(narrowed.apply(
                new AuditQuery(somebody, null, null, null, NOON.minusSeconds(60), NOON.plusSeconds(60), 100)));
    }

    private static AuditQuery limited(AuditQuery query, int limit) {
        return new AuditQuery(query.actor(), null, null, null, query.from(), query.before(), limit);
    }

    private static AuditQuery between(AuditQuery query, Instant from, Instant before) {
        return new AuditQuery(query.actor(), null, null, null, from, before, query.limit());
    }

    private static AuditQuery with(AuditQuery query, PatientId patient, Outcome outcome, String action) {
        return new AuditQuery(query.actor(), patient, action, outcome, query.from(), query.before(), query.limit());
    }

    private AuditEvent event(Instant at, PatientId about, Outcome outcome) {
        return new AuditEvent(
                TimeOrderedId.next(),
                at,
                somebody,
                "DOCTOR",
                "read-chart",
                outcome,
                "care-relationship",
                about,
                TimeOrderedId.next(),
                "192.0.2.7",
                "a-session",
                "an-instance");
    }
}
