package health.visavis.azure.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ClientAuthenticationException;
import health.visavis.azure.entra.EntraSettings.Managed;
import health.visavis.simulator.entra.FakeEntra;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ManagedIdentityContractTest extends EntraIdentityContract {

    @Override
    EntraSettings settings() {
        return settings(CLIENT, FakeEntra.IDENTITY_HEADER);
    }

    @Test
    void theApplicationsOwnIdentityNeedsNoName() {
        var token = new ManagedIdentity(settings("", FakeEntra.IDENTITY_HEADER), client())
                .getTokenSync(forService("https://communication.azure.com//.default"));

        assertThat(entra.vouches(token.getToken(), "https://communication.azure.com/"))
                .isTrue();
    }

    @Test
    void whoIsRefusedIsToldSoWithoutTheHeader() {
        var stranger = new ManagedIdentity(settings(CLIENT, "guessed-header"), client());

        assertThatThrownBy(() -> stranger.getTokenSync(forService("https://vault.azure.net/.default")))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessage("The managed identity was refused: 401");
    }

    @Test
    void anAnswerThatIsNoTokenIsNotTakenForOne() {
        var elsewhere = new EntraSettings(
                address(), TENANT, CLIENT, "", new Managed(address() + TENANT + "/discovery/v2.0/keys", "any"));

        assertThatThrownBy(() -> new ManagedIdentity(elsewhere, client())
                        .getTokenSync(forService("https://vault.azure.net/.default")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("something else than expected");
    }

    @Test
    void nothingOfItMeansAWorkloadIdentity() {
        var bound = new Binder(new MapConfigurationPropertySource(Map.of("visavis.azure.entra.managed.endpoint", "")))
                .bindOrCreate("visavis.azure.entra", EntraSettings.class);

        assertThat(bound.managed().isOffered()).isFalse();
        assertThat(settings().managed().isOffered()).isTrue();
        assertThat(settings()).asString().doesNotContain(FakeEntra.IDENTITY_HEADER);
    }

    private static EntraSettings settings(String client, String header) {
        return new EntraSettings(
                address(), "", client, "", new Managed(entra.identityEndpoint().toString(), header));
    }
}
