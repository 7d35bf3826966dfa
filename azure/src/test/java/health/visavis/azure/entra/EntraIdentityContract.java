package health.visavis.azure.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import health.visavis.azure.http.AzureHttp;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.http.SelfMadeCertificate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What every way to a token keeps, on a simulated Entra.
abstract class EntraIdentityContract {

    static final String CLIENT = "66666666-7777-8888-9999-000000000000";
    static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.make(Clock.systemUTC());

    static FakeEntra entra;

    @BeforeAll
    static void start() {
        entra = FakeEntra.start(Clock.systemUTC(), 0, CERTIFICATE);
    }

    @AfterAll
    static void stop() {
        entra.close();
    }

    abstract EntraSettings settings() throws Exception;

    final TokenCredential identity() throws Exception {
        return EntraIdentity.of(settings(), client());
    }

    static HttpClient client() {
        return AzureHttp.client(WITHIN, WITHIN, CERTIFICATE.forClients());
    }

    static TokenRequestContext forService(String scope) {
        return new TokenRequestContext().addScopes(scope);
    }

    @Test
    void itGivesATokenForTheServiceThatIsAsked() throws Exception {
        var token = identity().getTokenSync(forService("https://vault.azure.net/.default"));

        assertThat(entra.vouches(token.getToken(), "https://vault.azure.net")).isTrue();
    }

    @Test
    void anotherServiceGetsAnotherToken() throws Exception {
        var identity = identity();
        var one = identity.getTokenSync(forService("https://vault.azure.net/.default"));
        var other = identity.getToken(forService("https://servicebus.azure.net/.default"))
                .blockOptional()
                .orElseThrow();

        assertThat(entra.vouches(other.getToken(), "https://servicebus.azure.net"))
                .isTrue();
        assertThat(entra.vouches(one.getToken(), "https://servicebus.azure.net"))
                .isFalse();
    }

    @Test
    void itSaysWhenTheTokenEnds() throws Exception {
        var token = identity().getTokenSync(forService("https://vault.azure.net/.default"));

        assertThat(token.getExpiresAt().toInstant())
                .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));
    }

    static URI address() {
        return entra.address();
    }
}
