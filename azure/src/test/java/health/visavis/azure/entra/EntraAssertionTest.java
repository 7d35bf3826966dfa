package health.visavis.azure.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import health.visavis.azure.entra.EntraSettings.Managed;
import health.visavis.azure.http.AzureHttp;
import health.visavis.kernel.Requirement;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.http.SelfMadeCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntraAssertionTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.make(Clock.systemUTC());

    @TempDir
    Path folder;

    @Test
    @Requirement("IAM-07")
    void aManagedIdentityVouchesByATokenForJustThisUse() {
        try (var entra = FakeEntra.start(Clock.systemUTC(), 0, CERTIFICATE)) {
            var assertion = EntraAssertion.of(managed(entra, FakeEntra.IDENTITY_HEADER), "", client());

            assertThat(entra.vouches(assertion.now().reveal(), "api://AzureADTokenExchange"))
                    .isTrue();
            assertThat(assertion.now()).hasToString("[REDACTED]");
        }
    }

    @Test
    void anIdentityThatIsRefusedIsSaidToBeUnavailable() {
        try (var entra = FakeEntra.start(Clock.systemUTC(), 0, CERTIFICATE)) {
            var assertion = EntraAssertion.of(managed(entra, "guessed-header"), "", client());

            assertThatThrownBy(assertion::now).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aClusterVouchesByTheTokenThatItRenews() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "first\n");
        var assertion = EntraAssertion.of(nothing(), file.toString(), client());

        assertThat(assertion.now().reveal()).isEqualTo("first");
        Files.writeString(file, "renewed\n");
        assertThat(assertion.now().reveal()).isEqualTo("renewed");
        Files.delete(file);
        assertThatThrownBy(assertion::now)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void nobodyWhoVouchesIsSaidAtTheStart() {
        assertThatThrownBy(() -> EntraAssertion.of(nothing(), "", client()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AZURE_FEDERATED_TOKEN_FILE");
    }

    private static HttpClient client() {
        return AzureHttp.client(WITHIN, WITHIN, CERTIFICATE.forClients());
    }

    private static EntraSettings managed(FakeEntra entra, String header) {
        return new EntraSettings(
                entra.address(),
                "",
                "",
                "",
                new Managed(entra.identityEndpoint().toString(), header));
    }

    private static EntraSettings nothing() {
        return new EntraSettings(URI.create("https://login.microsoftonline.com/"), "", "", "", Managed.NONE);
    }
}
