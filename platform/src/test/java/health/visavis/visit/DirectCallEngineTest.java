package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.TurnPass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DirectCallEngineTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private static final Sensitive<String> SECRET = Sensitive.of("a-shared-secret");

    private final SeatHolder holder = new SeatHolder(VisitId.next(), UUID.randomUUID(), false);

    @Test
    void givesAPassThatExpiresAndNamesTheSeatNotThePerson() {
        var credential = credential(engine(List.of("stun:192.0.2.1"), List.of("turn:192.0.2.1")));
        assertThat(credential.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        assertThat(credential.iceServers()).hasSize(2);
        assertThat(credential.iceServers().getFirst().userName()).isNull();
        assertThat(Objects.requireNonNull(credential.iceServers().getLast().userName()))
                .isEqualTo(credential.expiresAt().getEpochSecond() + ":" + holder.seat());
    }

    @Test
    void namesNoServerWhereNoneIsSet() {
        assertThat(credential(engine(List.of(), List.of())).iceServers()).isEmpty();
    }

    private CallCredential.Direct credential(DirectCallEngine engine) {
        var slot = new TimeSlot(NOON, NOON.plusSeconds(1800));
        var line = engine.open(new LinePlan(holder.visit(), 1, slot));
        return engine.credentialFor(line, engine.enrol(line, holder));
    }

    private static DirectCallEngine engine(List<String> stun, List<String> turn) {
        var servers = TurnServers.of(TurnServers.Check.SIGNATURE, turn, SECRET);
        var settings = new IceSettings(stun, servers, Duration.ofHours(2), IceSettings.Policy.ALL);
        TurnPasses passes = (seat, expiresAt) ->
                turn.isEmpty() ? Optional.empty() : Optional.of(TurnPass.issue(SECRET, seat, expiresAt));
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new DirectCallEngine(EngineName.DIRECT, CallCredential.Media.SOUND_AND_PICTURE, settings, passes, clock);
    }
}
