package health.visavis.azure.acs.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTestApplication;
import health.visavis.TestDatabase;
import health.visavis.azure.acs.SimulatedAcs;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.notification.Mail;
import health.visavis.notification.MailSender;
import health.visavis.notification.Sms;
import health.visavis.notification.SmsSender;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.news.Courier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// From what we ask of the vendor to what we are told of it, over HTTP both ways and with the tokens of both of its
/// services; only the vendor is simulated.
@SpringBootTest(
        classes = {PlatformTestApplication.class, ToldByTheVendorModuleTest.WithSecurity.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"visavis.visit.engines=direct,audio,telephone", "visavis.notification.every=0s"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class ToldByTheVendorModuleTest {

    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String AUDIENCE = "api://visavis-news";
    private static final AcsSimulator SIMULATOR = AcsSimulator.start(AcsSimulator.Ports.FREE, Clock.systemUTC());
    private static final AtomicBoolean TELLS = new AtomicBoolean();

    @TestConfiguration
    @EnableWebSecurity
    static class WithSecurity {}

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) throws IOException {
        SimulatedAcs.configure(registry, SIMULATOR);
        registry.add("visavis.azure.acs.sms-from", () -> AcsSimulator.NUMBER);
        registry.add("visavis.azure.acs.mail-from", () -> "visits@" + AcsSimulator.MAIL_DOMAIN);
        var prefix = "visavis.azure.acs.news.";
        registry.add(prefix + "issuer", () -> SIMULATOR.entra().issuer(TENANT));
        registry.add(prefix + "keys", () -> SIMULATOR.entra().address() + TENANT + "/discovery/v2.0/keys");
        registry.add(prefix + "audience", () -> AUDIENCE);
        registry.add(prefix + "call-issuer", () -> Courier.CALL_AUTOMATION);
        registry.add(prefix + "call-keys", SIMULATOR::callKeys);
        registry.add(
                prefix + "call-audience",
                () -> SIMULATOR.services().identities().resource());
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @LocalServerPort
    private int port;

    @Autowired
    private SmsSender smsSender;

    @Autowired
    private MailSender mailSender;

    private final JdbcClient everything = JdbcClient.create(TestDatabase.asSuperuser());

    @BeforeEach
    void begin() {
        if (TELLS.compareAndSet(false, true)) {
            SIMULATOR.tell(new Courier.Webhook(address("/azure/acs/events"), TENANT, AUDIENCE));
        }
        everything.sql("DELETE FROM acs_news").update();
    }

    @Test
    void aTextMessageThatArrivedIsReportedUnderTheNameThatItWasSentWith() {
        var reference =
                smsSender.send(new Sms("+14255550123", "A visit begins soon")).orElseThrow();

        await().untilAsserted(() -> assertThat(reports(reference)).isEqualTo("true"));
    }

    @Test
    void aTextMessageThatDidNotArriveIsReportedToo() {
        SIMULATOR.services().shortMessages().cannotReach("+14255550199");

        var reference =
                smsSender.send(new Sms("+14255550199", "A visit begins soon")).orElseThrow();

        await().untilAsserted(() -> assertThat(reports(reference)).isEqualTo("false"));
    }

    @Test
    void aMailThatBouncesIsReportedUnderTheNameThatItWasSentWith() {
        SIMULATOR.services().emails().cannotReach("nobody@example.invalid");

        var reference = mailSender
                .send(new Mail("nobody@example.invalid", "A visit", "It begins soon"))
                .orElseThrow();

        await().untilAsserted(() -> assertThat(reports(reference)).isEqualTo("false"));
    }

    @Test
    void aCallThatSomebodyElseHeldInARoomIsTold() {
        var user = "8:acs:bc360ba8-d29b-4ef2-b698-769ebef85521_" + UUID.randomUUID();

        SIMULATOR.services().events().callStarted("99000000000000001", user);
        SIMULATOR.services().events().participantAdded("99000000000000001", user);
        SIMULATOR.services().events().participantRemoved("99000000000000001", user);
        SIMULATOR.services().events().callEnded("99000000000000001", Duration.ofMinutes(20));
        SIMULATOR.services().events().recordingReady("r1", Duration.ofMinutes(19), "f1", SIMULATOR.endpoint());

        await().untilAsserted(() ->
                assertThat(kinds()).containsExactly("CALL_BEGAN", "CALL_OVER", "CAME", "LEFT", "RECORDING_READY"));
    }

    @Test
    void ringingATelephoneAndRecordingAreTold() throws Exception {
        SIMULATOR.services().calls().doesNotAnswer("+14255550198", 480);
        var call = acs("POST", "/calling/callConnections:connect?api-version=2026-03-12", """
                {"callLocator": {"kind": "roomCallLocator", "roomId": "%s"}, "callbackUri": "%s"}""".formatted(
                        room(), address("/azure/acs/calls")));
        var connection = value(call, "callConnectionId");
        ring(connection, "+14255550123");
        ring(connection, "+14255550198");
        var recording = value(
                acs("POST", "/calling/recordings?api-version=2024-04-15", """
                        {"callLocator": {"kind": "serverCallLocator", "serverCallId": "%s"}}""".formatted(value(call, "serverCallId"))),
                "recordingId");
        acs("DELETE", "/calling/recordings/" + recording + "?api-version=2024-04-15", "");

        await().untilAsserted(() -> assertThat(kinds())
                .containsExactly(
                        "LEG_CONNECTED",
                        "LEG_TELEPHONE_ANSWERED",
                        "LEG_TELEPHONE_NOT_ANSWERED",
                        "RECORDING_OFF",
                        "RECORDING_ON"));
    }

    @Test
    void aCallbackThatNobodySignedChangesNothing() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address("/azure/acs/calls"))
                                .header(
                                        "Authorization",
                                        "Bearer " + SIMULATOR.courier().callToken() + "x")
                                .POST(BodyPublishers.ofString("[]"))
                                .build(),
                        BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(kinds()).isEmpty();
    }

    private void ring(String connection, String number) throws Exception {
        acs(
                "POST",
                "/calling/callConnections/" + connection + "/participants:add?api-version=2024-04-15",
                """
                {"participantToAdd": {"kind": "phoneNumber", "phoneNumber": {"value": "%s"}},
                 "sourceCallerIdNumber": {"value": "%s"}, "operationContext": "%s"}""".formatted(number, AcsSimulator.NUMBER, TimeOrderedId.next()));
    }

    private String room() throws Exception {
        return value(acs("POST", "/rooms?api-version=2024-04-15", """
                {"pstnDialOutEnabled": true}"""), "id");
    }

    private static String value(String json, String name) {
        return json.replaceFirst("(?s).*\"" + name + "\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static String acs(String method, String path, String body) throws Exception {
        var token = SIMULATOR
                .entra()
                .tokenFor(
                        TENANT,
                        "https://communication.azure.com/",
                        java.util.Map.of(),
                        Instant.now().plusSeconds(600));
        var client = HttpClient.newBuilder()
                .sslContext(SIMULATOR.certificate().forClients())
                .build();
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(SIMULATOR.endpoint() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Repeatability-Request-ID", UUID.randomUUID().toString())
                        .header("Repeatability-First-Sent", "Sun, 22 Nov 2026 17:00:00 GMT")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String reports(String reference) {
        return everything
                .sql("SELECT delivered::text FROM delivery_report WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private java.util.List<String> kinds() {
        return everything
                .sql("SELECT kind FROM acs_news ORDER BY kind")
                .query(String.class)
                .list();
    }
}
