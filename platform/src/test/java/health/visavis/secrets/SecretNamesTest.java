package health.visavis.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.password",
                "SPRING_DATASOURCE_PASSWORD",
                "spring.datasource.hikari.data-source-properties.sslPassword",
                "spring.security.oauth2.client.registration.visavis.client-secret",
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_VISAVIS_CLIENTSECRET",
                "server.ssl.key-store-password",
                "management.server.ssl.trust-store-password",
                "visavis.ice.turn-secret",
                "VISAVIS_ICE_TURN_SECRET",
                "visavis.azure.acs.connection-string",
                "visavis.azure.blob.access-key"
            })
    void aSecretIsToldByItsName(String setting) {
        assertThat(SecretNames.isSecret(setting)).isTrue();
    }

    /// Files and names of keys are none; what others keep in the environment is not read here.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "visavis.azure.entra.token-file",
                "visavis.azure.key-vault.signing-key",
                "visavis.session.secure-cookie",
                "spring.datasource.username",
                "PGPASSWORD",
                "GITHUB_TOKEN",
                "springboard.password"
            })
    void otherSettingsAreNone(String setting) {
        assertThat(SecretNames.isSecret(setting)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/visavis?user=visavis&password=hunter2",
                "postgresql://visavis:hunter2@localhost/visavis",
                "endpoint=https://clinic.communication.azure.com/;accesskey=hunter2",
                "https://clinic.blob.core.windows.net/checkpoints?sv=2025&sig=hunter2",
                "-----BEGIN EC PRIVATE KEY-----\nhunter2"
            })
    void aSecretInsideOfAValueIsFound(String value) {
        assertThat(SecretNames.areIn(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://clinic.postgres.database.azure.com:5432/visavis?sslmode=verify-full",
                "https://clinic.vault.azure.net/",
                "file:/etc/visavis/serving/tls.key",
                "turn:turn.example:3478,turns:turn.example:443",
                "{\"id_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}"
            })
    void anAddressWithoutOneIsLeftAlone(String value) {
        assertThat(SecretNames.areIn(value)).isFalse();
    }
}
