package health.visavis.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

class RehearsalCallEngineContractTest extends CallEngineContract {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final CallEngine engine = new RehearsalCallEngine(Clock.fixed(NOON, ZoneOffset.UTC));

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
