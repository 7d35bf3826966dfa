package health.visavis.azure.acs;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.simulator.AcsSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/// The simulator, once per JVM, and everything of ours that speaks to it as it would to Azure: the token comes
/// from the simulator's Entra in exchange for a workload's assertion.
public final class SimulatedAcs {

    public static final String TENANT = "11111111-2222-3333-4444-555555555555";
    public static final String MAIL_FROM = "visits@" + AcsSimulator.MAIL_DOMAIN;

    private static final AcsSimulator SIMULATOR = AcsSimulator.start(AcsSimulator.Ports.FREE, Clock.systemUTC());

    private SimulatedAcs() {}

    static AcsSimulator simulator() {
        return SIMULATOR;
    }

    /// Configures the application for a simulated Azure.
    public static void configure(DynamicPropertyRegistry registry, AcsSimulator simulator) {
        SSLContext.setDefault(simulator.certificate().forClients());
        var entra = entraOf(simulator);
        registry.add("visavis.azure.acs.endpoint", simulator::endpoint);
        registry.add("visavis.azure.acs.patience", () -> "30s");
        registry.add("visavis.azure.acs.connect-within", () -> "5s");
        registry.add("visavis.azure.acs.answer-within", () -> "10s");
        registry.add("visavis.azure.acs.sweep-every", () -> "0s");
        registry.add("visavis.azure.entra.authority", entra::authority);
        registry.add("visavis.azure.entra.tenant", entra::tenant);
        registry.add("visavis.azure.entra.client", entra::client);
        registry.add("visavis.azure.entra.token-file", entra::tokenFile);
    }

    /// As in production, but for addresses and for pauses, which nobody watches here.
    static AcsSettings settings(URI endpoint) {
        return new AcsSettings(
                endpoint,
                null,
                AcsSimulator.NUMBER,
                MAIL_FROM,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                2,
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ZERO);
    }

    static HttpClient client() {
        return AzureHttp.client(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                SIMULATOR.certificate().forClients());
    }

    static TokenCredential identity() {
        return EntraIdentity.of(entra(), client());
    }

    static EntraSettings entra() {
        return entraOf(SIMULATOR);
    }

    private static EntraSettings entraOf(AcsSimulator simulator) {
        try {
            var assertion = Files.createTempFile("assertion", ".jwt");
            assertion.toFile().deleteOnExit();
            Files.writeString(assertion, "an-assertion-of-the-cluster");
            return new EntraSettings(
                    simulator.entra().address(),
                    TENANT,
                    "66666666-7777-8888-9999-000000000000",
                    assertion.toString(),
                    EntraSettings.Managed.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AcsChannel channel() {
        return channelTo(SIMULATOR.endpoint());
    }

    static AcsChannel channelTo(URI endpoint) {
        return new AcsChannel(endpoint, client(), identity(), settings(endpoint));
    }

    /// Where nobody listens.
    static URI nowhere() {
        return URI.create("https://localhost:1");
    }
}
