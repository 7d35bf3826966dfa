package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.azure.http.AzureHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AcsSettingsTest {

    @Test
    void theDefaultsLetTwoPeopleWaitForSecondsOnly() {
        var settings =
                bound(Map.of("visavis.azure.acs.endpoint", "https://clinic.unitedstates.communication.azure.com"));

        assertThat(settings)
                .isEqualTo(new AcsSettings(
                        URI.create("https://clinic.unitedstates.communication.azure.com"),
                        null,
                        "",
                        "",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        2,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://clinic.communication.azure.com",
                "https://clinic.communication.azure.com/?accesskey=c2VjcmV0",
                "https://somebody:secret@clinic.communication.azure.com",
                "endpoint=https://clinic.communication.azure.com/;accesskey=c2VjcmV0"
            })
    void anAddressWithAKeyOrWithoutTlsIsRefused(String address) {
        assertThatThrownBy(() -> bound(Map.of("visavis.azure.acs.endpoint", address)))
                .isInstanceOf(BindException.class);
    }

    @Test
    void theClientSpeaksNoOlderTlsThanOneDotTwo() {
        assertThat(AzureHttp.tls().getProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
    }

    private static AcsSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("visavis.azure.acs", AcsSettings.class);
    }
}
