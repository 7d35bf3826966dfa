package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.secrets.Secrets;
import health.visavis.secrets.TestSecrets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.beans.BeansEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/// The running application with a secret of each kind, printed in every way that somebody could think of.
@ServerTest
@TestPropertySource(properties = "visavis.ice.turn-urls=turn:turn.example:3478")
@ExtendWith(OutputCaptureExtension.class)
class SecretsStayHiddenModuleTest {

    private static final String TURN = "turn-5f8e1c0d7a";
    private static final String CLIENT = "client-90b1d2e3f4";
    private static final String KEY_STORE = "keystore-77ac31b0";

    private static final List<String> SECRETS = List.of(TURN, CLIENT, KEY_STORE);

    @DynamicPropertySource
    static void secrets(DynamicPropertyRegistry registry) {
        registry.add("visavis.ice.turn-secret", () -> TestSecrets.inFile(TURN));
        registry.add("spring.security.oauth2.client.registration.second.client-id", () -> "second");
        registry.add("spring.security.oauth2.client.registration.second.provider", () -> "visavis");
        registry.add(
                "spring.security.oauth2.client.registration.second.authorization-grant-type",
                () -> "authorization_code");
        registry.add(
                "spring.security.oauth2.client.registration.second.redirect-uri",
                () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        registry.add(
                "spring.security.oauth2.client.registration.second.client-secret", () -> TestSecrets.inFile(CLIENT));
        registry.add("server.ssl.key-store-password", () -> TestSecrets.inFile(KEY_STORE));
    }

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private List<SanitizingFunction> masks;

    @Autowired
    private ClientRegistrationRepository clients;

    @Test
    void theSecretsAreInUse() {
        assertThat(context.getBean(Secrets.class).of("visavis.ice.turn-secret").reveal())
                .isEqualTo(TURN);
        assertThat(Objects.requireNonNull(clients.findByRegistrationId("second"))
                        .getClientSecret())
                .isEqualTo(CLIENT);
        assertThat(context.getEnvironment().getProperty("server.ssl.key-store-password"))
                .isEqualTo(KEY_STORE);
    }

    /// As open as somebody can make it.
    @Test
    @Requirement("APP-24")
    void theListOfSettingsHoldsReferences() {
        var listed = new EnvironmentEndpoint(context.getEnvironment(), List.of(), Show.ALWAYS).environment(null);

        assertThat(written(listed)).contains("visavis.ice.turn-secret").contains("file:///");
        assertHidden(written(listed));
        for (var setting : List.of(
                "visavis.ice.turn-secret",
                "server.ssl.key-store-password",
                "spring.security.oauth2.client.registration.second.client-secret")) {
            assertHidden(written(
                    new EnvironmentEndpoint(context.getEnvironment(), masks, Show.ALWAYS).environmentEntry(setting)));
        }
    }

    @Test
    @Requirement("APP-24")
    void whatSettingsAreBoundToIsMasked() {
        var report = new ConfigurationPropertiesReportEndpoint(masks, Show.ALWAYS);
        report.setApplicationContext(context);

        var bound = written(report.configurationProperties());

        assertThat(bound).contains("spring.security.oauth2.client");
        assertHidden(bound);
    }

    @Test
    @Requirement("APP-24")
    void noBeanPrintsASecret() {
        assertHidden(written(new BeansEndpoint(context).beans()));
        for (var name : context.getBeanDefinitionNames()) {
            if (context.getBeanFactory().containsSingleton(name)) {
                assertHidden(name + "=" + context.getBean(name));
            }
        }
        assertHidden(String.valueOf(context.getEnvironment()));
    }

    @Test
    @Requirement("APP-24")
    void theValueItselfPrintsNowhere(CapturedOutput log) {
        var secret = context.getBean(Secrets.class).of("visavis.ice.turn-secret");

        assertThat("" + secret + new Holder(secret) + new IllegalStateException("with " + secret))
                .contains("[REDACTED]")
                .doesNotContain(TURN);
        assertHidden(written(Map.of("secret", secret)));
        assertHidden(log.toString());
    }

    /// Whoever prints a registration prints its secret: nothing of ours logs one, and this would notice a change of
    /// Spring's that makes the test needless.
    @Test
    void aRegistrationOfSpringsIsNotForPrinting() {
        assertThat(String.valueOf(clients.findByRegistrationId("second"))).contains(CLIENT);
    }

    private static void assertHidden(String text) {
        assertThat(Stream.of(text)).allSatisfy(printed -> assertThat(SECRETS).noneMatch(printed::contains));
    }

    private static String written(Object value) {
        return JsonMapper.builder().build().writeValueAsString(value);
    }

    private record Holder(Sensitive<String> secret) {}
}
