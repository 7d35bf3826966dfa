package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.azure.acs.news.NewsReader;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.acs.Callbacks;
import health.visavis.telephone.PhoneDesk;
import health.visavis.telephone.PhoneEngine;
import health.visavis.telephone.PhoneEngineContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// The simulated service's telephones answer as they are told, and what it tells is delivered when a test wants it to
/// be.
@PlatformTest
class AcsPhoneEngineContractModuleTest extends PhoneEngineContract {

    private static final int BUSY_HERE = 486;
    private static final int NOT_PICKED_UP = 480;

    @Autowired
    private PhoneDesk desk;

    private final AcsSimulator simulator = SimulatedAcs.simulator();
    private AcsPhoneEngine engine;

    @BeforeEach
    void makeTheEngine() {
        engine = at(simulator.endpoint());
    }

    @AfterEach
    void everyRequestWasAsMicrosoftDefinesIt() {
        assertThat(simulator.services().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.askedWrongly()).isEmpty());
    }

    @Override
    protected PhoneEngine engine() {
        return engine;
    }

    @Override
    protected Optional<PhoneEngine> unreachableEngine() {
        return Optional.of(at(SimulatedAcs.nowhere()));
    }

    @Override
    protected long ringsAt(String number) {
        return simulator.services().calls().connections().stream()
                .flatMap(connection -> connection.participants().keySet().stream())
                .filter(participant -> participant.equals("4:" + number))
                .count();
    }

    @Override
    protected void picksUp(String number, String reference) {
        deliver(reference);
        deliver(reference);
    }

    @Override
    protected void isBusy(String number, String reference) {
        simulator.services().calls().doesNotAnswer(number, BUSY_HERE);
        picksUp(number, reference);
    }

    @Override
    protected void letsItRing(String number, String reference) {
        simulator.services().calls().doesNotAnswer(number, NOT_PICKED_UP);
        picksUp(number, reference);
    }

    @Override
    protected void putsDown(String number, String reference) {
        engine.hangUp(reference);
        deliver(reference);
    }

    @Override
    protected boolean isHeld(String reference) {
        return simulator.services().calls().connections().stream()
                .anyMatch(connection -> connection.id().equals(reference));
    }

    /// Everything that was told of this call so far: again, too.
    private void deliver(String reference) {
        simulator.services().callbacks().events().stream()
                .map(Callbacks.Event::content)
                .filter(content -> content.at("/data/callConnectionId").asText().equals(reference))
                .flatMap(content -> NewsReader.read(content.toString().getBytes(StandardCharsets.UTF_8)).stream())
                .forEach(engine::heard);
    }

    private AcsPhoneEngine at(URI endpoint) {
        var settings = new AcsPhoneSettings(AcsSimulator.NUMBER, URI.create("https://visavis.invalid/azure/acs/calls"));
        var automation = new AcsCallAutomation(SimulatedAcs.channelTo(endpoint), Clock.systemUTC());
        return new AcsPhoneEngine(automation, desk, settings);
    }
}
