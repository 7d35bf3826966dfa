package health.visavis.simulator;

import health.visavis.simulator.acs.CommunicationServices;
import health.visavis.simulator.control.Control;
import health.visavis.simulator.definition.Definitions;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.entra.SignedToken;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Question;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.http.Wire;
import health.visavis.simulator.news.Courier;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One resource with its services and its switches, each on a port of its own.
public final class AcsResource implements AutoCloseable {

    private static final String CALL_KEYS = "/calling/keys";

    private final Faults faults = new Faults();
    private final SignedToken calls = SignedToken.withNewKey();
    private final CommunicationServices services;
    private final Courier courier;
    private final Wire wire;
    private final Control control;

    AcsResource(
            FakeEntra entra,
            Definitions definitions,
            SelfMadeCertificate certificate,
            int port,
            int controlPort,
            Clock clock) {
        services = new CommunicationServices(
                entra, definitions, faults, Set.of(AcsSimulator.NUMBER), Set.of(AcsSimulator.MAIL_DOMAIN), clock);
        courier = new Courier(entra, calls, services.identities().resource(), clock);
        wire = Wire.overTls(port, certificate, this::answer);
        control = Control.start(controlPort, faults, services);
    }

    public URI endpoint() {
        return URI.create("https://localhost:" + wire.port());
    }

    /// The keys that prove callbacks, as Call Automation publishes them: for everybody.
    public URI callKeys() {
        return endpoint().resolve(CALL_KEYS);
    }

    public URI controls() {
        return control.address();
    }

    public Faults faults() {
        return faults;
    }

    public CommunicationServices services() {
        return services;
    }

    public Courier courier() {
        return courier;
    }

    /// From now on the application is told by webhook, and of its own calls where it asked to be.
    public void tell(Courier.Webhook webhook) {
        services.events().subscribe(event -> courier.bring(webhook, event));
        services.callbacks().sendWith(courier::bring);
    }

    private @Nullable Answer answer(Question question) {
        return question.toString().equals("GET " + CALL_KEYS)
                ? Answer.of(200, calls.keys())
                : services.answer(question);
    }

    @Override
    public void close() {
        control.close();
        courier.close();
        wire.close();
    }
}
