package health.visavis.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.visavis.kernel.Requirement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// An application that is told its secrets as an installation is, beginning at its command line.
@ExtendWith(OutputCaptureExtension.class)
class SecretsAtStartTest {

    private static final String SECRET = "hunter2-hunter2";

    @Test
    void springFindsTheSecretThatItsSettingNames() {
        try (var started = start("--spring.datasource.password=" + TestSecrets.inFile(SECRET))) {
            assertThat(started.getBean(Pool.class).password()).isEqualTo(SECRET);
        }
    }

    @Test
    void oneSettingMayNameWhatAnotherNames() {
        try (var started = start(
                "--spring.datasource.password=" + TestSecrets.inFile(SECRET),
                "--spring.flyway.password=${spring.datasource.password}")) {
            assertThat(started.getEnvironment().getProperty("spring.flyway.password"))
                    .isEqualTo(SECRET);
        }
    }

    @Test
    void anEnvironmentsNamesMeanTheSame() {
        var application = application();
        application.addInitializers(starting -> starting.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of(
                                "SPRING_DATASOURCE_PASSWORD",
                                TestSecrets.inFile(SECRET),
                                "VISAVIS_ICE_TURNSECRET",
                                TestSecrets.inFile("for relays")))));
        try (var started = application.run()) {
            assertThat(started.getBean(Pool.class).password()).isEqualTo(SECRET);
            assertThat(started.getBean(Secrets.class)
                            .of("visavis.ice.turn-secret")
                            .reveal())
                    .isEqualTo("for relays");
        }
    }

    /// What Visavis itself uses is not even answered to whoever asks by name.
    @Test
    void whatIsOursStaysAReference() {
        var reference = TestSecrets.inFile(SECRET);
        try (var started = start("--visavis.ice.turn-secret=" + reference)) {
            var secret = started.getBean(Secrets.class).of("visavis.ice.turn-secret");

            assertThat(secret).hasToString("[REDACTED]");
            assertThat(secret.reveal()).isEqualTo(SECRET);
            assertThat(started.getEnvironment().getProperty("visavis.ice.turn-secret"))
                    .isEqualTo(reference);
        }
    }

    @Test
    void whatIsNotGivenIsBlank() {
        try (var started = start("--visavis.ice.turn-secret=")) {
            assertThat(started.getBean(Secrets.class)
                            .of("visavis.ice.turn-secret")
                            .reveal())
                    .isBlank();
            assertThat(started.getBean(Secrets.class)
                            .of("visavis.visit.simulation.turn-secret")
                            .reveal())
                    .isBlank();
        }
    }

    @Test
    void whoeverListsAllSettingsFindsNoSecret() {
        try (var started = start("--spring.datasource.password=" + TestSecrets.inFile(SECRET))) {
            var listed = started.getEnvironment().getPropertySources().stream()
                    .filter(EnumerablePropertySource.class::isInstance)
                    .map(EnumerablePropertySource.class::cast)
                    .flatMap(source -> List.of(source.getPropertyNames()).stream()
                            .map(name -> name + "=" + source.getProperty(name)))
                    .toList();

            assertThat(listed)
                    .anyMatch(line -> line.startsWith("spring.datasource.password=file:///"))
                    .noneMatch(line -> line.contains(SECRET));
            assertThat(started.getEnvironment().toString()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @Requirement("APP-24")
    @ValueSource(
            strings = {
                "--spring.datasource.password=" + SECRET,
                "--spring.datasource.password=https://" + SECRET,
                "--spring.datasource.password=file:" + SECRET,
                "--spring.datasource.password=keyvault://two/" + SECRET,
                "--visavis.ice.turn-secret=" + SECRET,
                "--server.ssl.key-store-password=" + SECRET,
                "--spring.security.oauth2.client.registration.visavis.client-secret=" + SECRET,
                "--spring.datasource.url=jdbc:postgresql://localhost/visavis?password=" + SECRET
            })
    void aSecretItselfIsRefusedInOneSentence(String word, CapturedOutput printed) {
        var setting = word.substring(2, word.indexOf('='));

        var refused = catchThrowable(() -> start(word));

        assertThat(refused)
                .isInstanceOf(LiteralSecret.class)
                .hasMessage(
                        setting
                                + " holds a secret itself; give it the place where the secret lies instead: file:///PATH or keyvault://NAME.");
        var trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET);
        assertThat(printed).doesNotContain(SECRET).contains(setting + " holds a secret itself");
    }

    /// It would be there for whoever reads the file that nobody thinks of any more.
    @Test
    void aSecretThatAnotherSettingCoversIsRefusedToo() {
        var application = application();
        application.addInitializers(starting -> starting.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("covered", Map.of("spring.datasource.password", SECRET))));

        assertThatExceptionOfType(LiteralSecret.class)
                .isThrownBy(() -> application.run("--spring.datasource.password=" + TestSecrets.inFile("another")))
                .withMessageStartingWith("spring.datasource.password ");
    }

    @Test
    void aSecretThatIsNotThereIsSaidWithItsSetting(CapturedOutput printed) {
        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> start("--spring.datasource.password=file:///nowhere/secret"))
                .withMessage(
                        "spring.datasource.password names file:///nowhere/secret. The secret cannot be read: there is no such file.");
        assertThat(printed).contains("spring.datasource.password names file:///nowhere/secret.");
    }

    @Test
    void aVaultIsNotGuessed() {
        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> start("--spring.datasource.password=keyvault://database"))
                .withMessageContaining("no vault is named in visavis.azure.key-vault.endpoint");
    }

    private static ConfigurableApplicationContext start(String... words) {
        return application().run(words);
    }

    private static SpringApplication application() {
        var application = new SpringApplication(Program.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Pool.class)
    static class Program {}

    /// As Spring reads its own settings.
    @ConfigurationProperties("spring.datasource")
    record Pool(@DefaultValue("") String password) {}
}
