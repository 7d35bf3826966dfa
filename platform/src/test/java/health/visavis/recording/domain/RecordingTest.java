package health.visavis.recording.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.VisitId;
import health.visavis.recording.domain.Recording.Asking;
import health.visavis.recording.domain.Recording.Facts;
import health.visavis.recording.domain.Recording.Off;
import health.visavis.recording.domain.Recording.Paused;
import health.visavis.recording.domain.Recording.Running;
import health.visavis.recording.domain.Recording.StopReason;
import health.visavis.recording.domain.Recording.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final PersonId DOCTOR = PersonId.next();
    private static final PersonId PATIENT = PersonId.next();
    private static final PersonId DAUGHTER = PersonId.next();
    private static final Facts FACTS =
            new Facts(RecordingId.next(), VisitId.next(), PatientId.next(), ClinicianId.next(), NOW);

    private final Consents both = new Consents(Map.of(DOCTOR, true, PATIENT, true));
    private final Consents.OfEveryone everyone =
            both.ofEveryone(Set.of(DOCTOR, PATIENT)).orElseThrow();
    private final Asking asking = new Off().ask(FACTS);
    private final Running running = asking.start(everyone, NOW);
    private final Paused paused = running.pause();

    @Test
    void askingStoresNothing() {
        assertThat(asking.takesParts(NOW)).isFalse();
    }

    @Test
    void everyoneMeansEveryoneWhoIsThere() {
        assertThat(both.ofEveryone(Set.of(DOCTOR, PATIENT, DAUGHTER))).isEmpty();
        assertThat(both.ofEveryone(Set.of(DOCTOR))).isPresent();
        assertThat(both.ofEveryone(Set.of())).isEmpty();
        assertThat(new Consents(Map.of(DOCTOR, true, PATIENT, false)).ofEveryone(Set.of(DOCTOR, PATIENT)))
                .isEmpty();
        assertThat(new Consents(Map.of(DOCTOR, true)).ofEveryone(Set.of(DOCTOR, PATIENT)))
                .isEmpty();
    }

    @Test
    void consentOfEveryoneStartsIt() {
        assertThat(running).isEqualTo(new Running(FACTS, NOW));
        assertThat(running.takesParts(NOW)).isTrue();
    }

    @Test
    void aNewcomerPausesItAndTheirConsentLetsItGoOn() {
        assertThat(paused).isEqualTo(new Paused(FACTS, NOW));
        assertThat(paused.takesParts(NOW))
                .as("the rest of what was recorded before")
                .isTrue();
        assertThat(paused.resume(everyone)).isEqualTo(running);
    }

    @ParameterizedTest
    @EnumSource
    void itStopsFromEveryOpenState(StopReason reason) {
        assertThat(asking.stop(reason, NOW)).isEqualTo(new Stopped(FACTS, null, NOW, reason));
        assertThat(running.stop(reason, NOW)).isEqualTo(new Stopped(FACTS, NOW, NOW, reason));
        assertThat(paused.stop(reason, NOW)).isEqualTo(new Stopped(FACTS, NOW, NOW, reason));
    }

    @Test
    void whatStoppedTakesTheRestForAWhile() {
        var stopped = running.stop(StopReason.BY_CLINICIAN, NOW);

        assertThat(stopped.takesParts(NOW.plus(Recording.REST).minusMillis(1))).isTrue();
        assertThat(stopped.takesParts(NOW.plus(Recording.REST))).isFalse();
        assertThat(asking.stop(StopReason.REFUSED, NOW).takesParts(NOW.plus(Duration.ofSeconds(1))))
                .as("what never ran")
                .isFalse();
    }
}
