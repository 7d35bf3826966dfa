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
import health.visavis.simulator.news.SimulatedQueue;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything together: the services, the token issuer and the switches, each on a port of its own.
public final class AcsSimulator implements AutoCloseable {

    /// @param services 0 for any that is free, as for the others
    public record Ports(int services, int entra, int control, int queue) {

        public static final Ports FREE = new Ports(0, 0, 0, 0);
    }

    /// The number and the mail domain that the simulated resource owns.
    public static final String NUMBER = "+18005550100";

    public static final String MAIL_DOMAIN = "mail.visavis.invalid";

    private static final String CALL_KEYS = "/calling/keys";

    private final SelfMadeCertificate certificate;
    private final Faults faults = new Faults();
    private final FakeEntra entra;
    private final CommunicationServices services;
    private final Wire wire;
    private final Control control;
    private final SignedToken calls = SignedToken.withNewKey();
    private final SimulatedQueue queue;
    private final Courier courier;

    private AcsSimulator(Ports ports, Clock clock) {
        certificate = SelfMadeCertificate.make(clock);
        entra = FakeEntra.start(clock, ports.entra(), certificate);
        services = new CommunicationServices(
                entra, Definitions.read(), faults, Set.of(NUMBER), Set.of(MAIL_DOMAIN), clock);
        queue = SimulatedQueue.start(entra, faults, ports.queue(), certificate, clock);
        courier = new Courier(entra, calls, services.identities().resource(), clock);
        wire = Wire.overTls(ports.services(), certificate, this::answer);
        control = Control.start(ports.control(), faults, services);
    }

    public static AcsSimulator start(Ports ports, Clock clock) {
        return new AcsSimulator(ports, clock);
    }

    public URI endpoint() {
        return URI.create("https://localhost:" + wire.port());
    }

    /// The keys that prove callbacks, as Call Automation publishes them: for everybody.
    public URI callKeys() {
        return endpoint().resolve(CALL_KEYS);
    }

    public SimulatedQueue queue() {
        return queue;
    }

    public Courier courier() {
        return courier;
    }

    /// From now on the application is told by webhook, and of its own calls where it asked to be.
    public void tell(Courier.Webhook webhook) {
        services.events().subscribe(event -> courier.bring(webhook, event));
        services.callbacks().sendWith(courier::bring);
    }

    public URI controls() {
        return control.address();
    }

    public FakeEntra entra() {
        return entra;
    }

    public SelfMadeCertificate certificate() {
        return certificate;
    }

    public Faults faults() {
        return faults;
    }

    public CommunicationServices services() {
        return services;
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
        queue.close();
        entra.close();
    }
}
