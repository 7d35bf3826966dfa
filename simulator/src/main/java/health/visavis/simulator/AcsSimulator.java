package health.visavis.simulator;

import health.visavis.simulator.acs.CommunicationServices;
import health.visavis.simulator.control.Control;
import health.visavis.simulator.definition.Definitions;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.http.Wire;
import java.net.URI;
import java.time.Clock;
import java.util.Set;

/// Everything together: the services, the token issuer and the switches, each on a port of its own.
public final class AcsSimulator implements AutoCloseable {

    /// @param services 0 for any that is free, as for the others
    public record Ports(int services, int entra, int control) {

        public static final Ports FREE = new Ports(0, 0, 0);
    }

    /// The number and the mail domain that the simulated resource owns.
    public static final String NUMBER = "+18005550100";

    public static final String MAIL_DOMAIN = "mail.visavis.invalid";

    private final SelfMadeCertificate certificate;
    private final Faults faults = new Faults();
    private final FakeEntra entra;
    private final CommunicationServices services;
    private final Wire wire;
    private final Control control;

    private AcsSimulator(Ports ports, Clock clock) {
        certificate = SelfMadeCertificate.make(clock);
        entra = FakeEntra.start(clock, ports.entra(), certificate);
        services = new CommunicationServices(
                entra, Definitions.read(), faults, Set.of(NUMBER), Set.of(MAIL_DOMAIN), clock);
        wire = Wire.overTls(ports.services(), certificate, services::answer);
        control = Control.start(ports.control(), faults, services);
    }

    public static AcsSimulator start(Ports ports, Clock clock) {
        return new AcsSimulator(ports, clock);
    }

    public URI endpoint() {
        return URI.create("https://localhost:" + wire.port());
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

    @Override
    public void close() {
        control.close();
        wire.close();
        entra.close();
    }
}
