package health.visavis.azure.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.keys.KeyVault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;

class KeyVaultConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(KeyVaultConfiguration.class)
            .withPropertyValues(
                    "visavis.azure.entra.tenant=11111111-2222-3333-4444-555555555555",
                    "visavis.azure.entra.client=66666666-7777-8888-9999-000000000000",
                    "visavis.azure.entra.token-file=/var/run/secrets/azure/token");

    @Test
    void whereNoVaultIsNamedThereIsNone() {
        context.run(started -> assertThat(started).doesNotHaveBean(KeyVault.class));
    }

    /// As the manifests name it.
    @Test
    void theVaultOfTheEnvironmentIsTheOnlyOne() {
        context.withInitializer(starting -> {
                    ConfigurationPropertySources.attach(starting.getEnvironment());
                    TestPropertyValues.of(
                                    "VISAVIS_AZURE_KEYVAULT_ENDPOINT=https://kv-vv-test-eus2-000000.vault.azure.net/",
                                    "VISAVIS_AZURE_KEYVAULT_OTHERS=")
                            .applyTo(starting.getEnvironment(), Type.SYSTEM_ENVIRONMENT);
                })
                .run(started ->
                        assertThat(started).hasSingleBean(KeyVault.class).hasSingleBean(AzureKeyVault.class));
    }

    @Test
    void theDefaultsAreTheKeyOfTheTemplatesAndSecondsOfPatience() {
        assertThat(bound(Map.of("visavis.azure.key-vault.endpoint", "https://clinic.vault.azure.net")))
                .isEqualTo(new KeyVaultSettings(
                        URI.create("https://clinic.vault.azure.net"),
                        List.of(),
                        "patients",
                        "checkpoints",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://clinic.vault.azure.net",
                "https://clinic.vault.azure.net/keys/patients",
                "https://somebody:secret@clinic.vault.azure.net",
                "https://clinic.vault.azure.net?sig=c2VjcmV0"
            })
    void whatIsNotTheAddressOfAVaultIsRefused(String address) {
        assertThatThrownBy(() -> bound(Map.of("visavis.azure.key-vault.endpoint", address)))
                .isInstanceOf(BindException.class);
        assertThatThrownBy(() -> bound(Map.of(
                        "visavis.azure.key-vault.endpoint",
                        "https://clinic.vault.azure.net",
                        "visavis.azure.key-vault.others",
                        address)))
                .isInstanceOf(BindException.class);
    }

    private static KeyVaultSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("visavis.azure.key-vault", KeyVaultSettings.class);
    }
}
