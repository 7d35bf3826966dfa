package health.visavis.visit;

import java.time.Instant;
import java.util.Optional;

class TelephoneCallEngineContractTest extends CallEngineContract {

    private final CallEngine engine = new TelephoneCallEngine();

    @Override
    protected CallEngine engine() {
        return engine;
    }

    @Override
    protected Instant now() {
        return Instant.EPOCH;
    }

    @Override
    protected Optional<CallEngine> unansweredEngine() {
        return Optional.empty();
    }
}
