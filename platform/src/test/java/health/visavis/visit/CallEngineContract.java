package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What every call engine does; each adapter's test extends it.
public abstract class CallEngineContract {

    private static final int LONGEST_REFERENCE = 500;

    protected abstract CallEngine engine();

    /// The engine's time, for windows and expiries.
    protected abstract Instant now();

    /// An engine of the same kind that nobody answers; empty where there is nobody to answer.
    protected abstract Optional<CallEngine> unansweredEngine();

    @Test
    void theSamePlanIsTheSameLine() {
        var plan = plan(VisitId.next(), 1);

        assertThat(engine().open(plan)).isEqualTo(engine().open(plan));
    }

    @Test
    void aLineNamesItsVisitAndItsEngine() {
        var plan = plan(VisitId.next(), 1);

        var line = engine().open(plan);

        assertThat(line.visit()).isEqualTo(plan.visit());
        assertThat(line.engine()).isEqualTo(engine().name());
        assertThat(line.reference()).isNotBlank().hasSizeLessThan(LONGEST_REFERENCE);
    }

    @Test
    void anotherVisitOrAnotherRungIsAnotherLine() {
        var visit = VisitId.next();
        var first = engine().open(plan(visit, 1));

        assertThat(engine().open(plan(visit, 2)).reference()).isNotEqualTo(first.reference());
        assertThat(engine().open(plan(VisitId.next(), 1)).reference()).isNotEqualTo(first.reference());
    }

    @Test
    void twoPeopleOnOneLineAreToldApart() {
        var line = engine().open(plan(VisitId.next(), 1));

        var clinician = engine().enrol(line, holder(line, true));
        var patient = engine().enrol(line, holder(line, false));

        assertThat(clinician.reference()).isNotEqualTo(patient.reference()).hasSizeLessThan(LONGEST_REFERENCE);
    }

    @Test
    void aGuestReceivesACredentialAsOftenAsOneRunsOut() {
        var line = engine().open(plan(VisitId.next(), 1));
        var guest = engine().enrol(line, holder(line, false));

        for (var credential : List.of(engine().credentialFor(line, guest), engine().credentialFor(line, guest))) {
            switch (credential) {
                case CallCredential.Direct direct ->
                    assertThat(direct.expiresAt()).isAfter(now());
                case CallCredential.Hosted hosted -> {
                    assertThat(hosted.expiresAt()).isAfter(now());
                    assertThat(hosted.room()).isNotBlank();
                    assertThat(hosted.identity()).isNotBlank();
                    assertThat(hosted.token().reveal()).isNotBlank();
                }
                case CallCredential.Simulated simulated -> fail("an engine does not simulate itself");
                case CallCredential.Telephone telephone ->
                    assertThat(engine().name()).isEqualTo(EngineName.TELEPHONE);
            }
        }
    }

    @Test
    void aCredentialDoesNotPrintItsSecrets() {
        var line = engine().open(plan(VisitId.next(), 1));
        var credential = engine().credentialFor(line, engine().enrol(line, holder(line, true)));

        var secrets = switch (credential) {
            case CallCredential.Direct direct ->
                direct.iceServers().stream()
                        .flatMap(server -> Optional.ofNullable(server.password()).stream())
                        .map(password -> password.reveal())
                        .toList();
            case CallCredential.Hosted hosted -> List.of(hosted.token().reveal());
            case CallCredential.Simulated simulated -> List.<String>of();
            case CallCredential.Telephone telephone -> List.<String>of();
        };
        secrets.forEach(secret -> assertThat(credential.toString()).doesNotContain(secret));
    }

    @Test
    void removingAndClosingTwiceIsQuiet() {
        var line = engine().open(plan(VisitId.next(), 1));
        var guest = engine().enrol(line, holder(line, false));

        assertThatCode(() -> {
                    engine().remove(line, guest);
                    engine().remove(line, guest);
                    engine().close(line);
                    engine().close(line);
                    engine().remove(line, guest);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whoWasRemovedCanBeLetInAgain() {
        var line = engine().open(plan(VisitId.next(), 1));
        var holder = holder(line, false);
        engine().remove(line, engine().enrol(line, holder));

        var again = engine().enrol(line, holder);

        assertThatCode(() -> engine().credentialFor(line, again)).doesNotThrowAnyException();
    }

    @Test
    void anEngineThatNobodyAnswersSaysSoInItsOwnWords() {
        var unanswered = unansweredEngine();
        Assumptions.assumeTrue(unanswered.isPresent(), "nobody has to answer here");

        assertThatThrownBy(() -> unanswered.orElseThrow().open(plan(VisitId.next(), 1)))
                .isInstanceOfSatisfying(EngineUnavailable.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(EngineUnavailable.Reason.UNREACHABLE);
                    assertThat(failure.engine())
                            .isEqualTo(unanswered.orElseThrow().name());
                    assertThat(failure).hasNoCause();
                });
    }

    private LinePlan plan(VisitId visit, int rung) {
        return new LinePlan(visit, rung, new TimeSlot(now(), now().plus(Duration.ofHours(2))));
    }

    private static SeatHolder holder(Line line, boolean clinician) {
        return new SeatHolder(line.visit(), UUID.randomUUID(), clinician);
    }
}
