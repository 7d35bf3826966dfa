package health.visavis.visit;

import health.visavis.kernel.Sensitive;
import health.visavis.visit.domain.TurnPass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

class DirectCallEngineContractTest extends CallEngineContract {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private static final Sensitive<String> SECRET = Sensitive.of("a-shared-secret");

    private final CallEngine engine = new DirectCallEngine(
            EngineName.DIRECT,
            CallCredential.Media.SOUND_AND_PICTURE,
            new IceSettings(
                    List.of(),
                    new TurnServers.BySignature(List.of("turn:192.0.2.1"), SECRET),
                    Duration.ofMinutes(5),
                    IceSettings.Policy.ALL),
            (seat, expiresAt) -> Optional.of(TurnPass.issue(SECRET, seat, expiresAt)),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Override
    protected CallEngine engine() {
        return engine;
    }

    @Override
    protected Instant now() {
        return NOON;
    }

    @Override
    protected Optional<CallEngine> unansweredEngine() {
        return Optional.empty();
    }
}
