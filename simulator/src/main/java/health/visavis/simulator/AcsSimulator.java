package health.visavis.simulator;

import health.visavis.simulator.acs.CommunicationServices;
import health.visavis.simulator.definition.Definitions;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.news.Courier;
import health.visavis.simulator.news.SimulatedQueue;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Everything together: a resource with its switches, the queue of its news, the token issuer, and further resources
/// of the same tenant where they are asked for; each on a port of its own.
public final class AcsSimulator implements AutoCloseable {

    /// @param services 0 for any that is free, as for the others
    public record Ports(int services, int entra, int control, int queue) {

        public static final Ports FREE = new Ports(0, 0, 0, 0);
    }

    /// The number and the mail domain that the simulated resource owns.
    public static final String NUMBER = "+18005550100";

    public static final String MAIL_DOMAIN = "mail.visavis.invalid";

    private final SelfMadeCertificate certificate;
    private final Definitions definitions = Definitions.read();
    private final Clock clock;
    private final FakeEntra entra;
    private final AcsResource resource;
    private final SimulatedQueue queue;
    private final List<AcsResource> others = new ArrayList<>();

    private AcsSimulator(Ports ports, Clock clock) {
        this.clock = clock;
        certificate = SelfMadeCertificate.make(clock);
        entra = FakeEntra.start(clock, ports.entra(), certificate);
        resource = resource(ports.services(), ports.control());
        queue = SimulatedQueue.start(entra, resource.faults(), ports.queue(), certificate, clock);
    }

    public static AcsSimulator start(Ports ports, Clock clock) {
        return new AcsSimulator(ports, clock);
    }

    /// Starts one more resource of the same tenant: it takes the same tokens, and fails by itself.
    public AcsResource another() {
        var another = resource(0, 0);
        others.add(another);
        return another;
    }

    private AcsResource resource(int port, int controlPort) {
        return new AcsResource(entra, definitions, certificate, port, controlPort, clock);
    }

    public URI endpoint() {
        return resource.endpoint();
    }

    public URI callKeys() {
        return resource.callKeys();
    }

    public SimulatedQueue queue() {
        return queue;
    }

    public Courier courier() {
        return resource.courier();
    }

    public void tell(Courier.Webhook webhook) {
        resource.tell(webhook);
    }

    public URI controls() {
        return resource.controls();
    }

    public FakeEntra entra() {
        return entra;
    }

    public SelfMadeCertificate certificate() {
        return certificate;
    }

    public Faults faults() {
        return resource.faults();
    }

    public CommunicationServices services() {
        return resource.services();
    }

    @Override
    public void close() {
        others.forEach(AcsResource::close);
        resource.close();
        queue.close();
        entra.close();
    }
}
