package health.visavis.azure.acs.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.PlatformTestApplication;
import health.visavis.TestDatabase;
import health.visavis.azure.acs.SimulatedAcs;
import health.visavis.azure.acs.store.AcsNewsLog;
import health.visavis.kernel.VisitId;
import health.visavis.simulator.AcsSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(
        classes = {PlatformTestApplication.class, NewsDeskModuleTest.WithSecurity.class},
        properties = "visavis.visit.engines=direct,audio,telephone")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class NewsDeskModuleTest {

    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String AUDIENCE = "api://visavis-news";
    private static final String RESOURCE = "0f2d4c1e-7a55-4c0d-9d8e-2f5f0a6b7c8d";
    private static final String EVENTS = "/azure/acs/events";
    private static final String CALLS = "/azure/acs/calls";
    private static final Path SAMPLES = Path.of("src/test/resources/events");
    private static final AcsSimulator SIMULATOR = AcsSimulator.start(AcsSimulator.Ports.FREE, Clock.systemUTC());

    @TestConfiguration
    @EnableWebSecurity
    static class WithSecurity {}

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        SimulatedAcs.configure(registry, SIMULATOR);
        var keys = SIMULATOR.entra().address() + TENANT + "/discovery/v2.0/keys";
        var prefix = "visavis.azure.acs.news.";
        registry.add(prefix + "issuer", () -> SIMULATOR.entra().issuer(TENANT));
        registry.add(prefix + "keys", () -> keys);
        registry.add(prefix + "audience", () -> AUDIENCE);
        registry.add(prefix + "call-issuer", () -> SIMULATOR.entra().issuer(TENANT));
        registry.add(prefix + "call-keys", () -> keys);
        registry.add(prefix + "call-audience", () -> RESOURCE);
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private AcsNewsLog log;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc http;

    @BeforeEach
    void begin() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        JdbcClient.create(TestDatabase.asSuperuser())
                .sql("DELETE FROM acs_news")
                .update();
    }

    @Test
    void eventGridIsToldThatItMayDeliver() throws Exception {
        http.perform(options(EVENTS).header("WebHook-Request-Origin", "eventgrid.azure.net"))
                .andExpect(status().isOk())
                .andExpect(header().string("WebHook-Allowed-Origin", "eventgrid.azure.net"))
                .andExpect(header().exists("WebHook-Allowed-Rate"));
        http.perform(options(EVENTS).header("WebHook-Request-Origin", "elsewhere.invalid"))
                .andExpect(status().isForbidden());
    }

    @Test
    void theHandshakeOfEventGridsSchemaIsAnsweredForOurSubscriptionOnly() throws Exception {
        var handshake = Files.readAllBytes(SAMPLES.resolve("eventgrid-subscription-validation.json"));

        http.perform(post(EVENTS)
                        .header("Authorization", eventGrid(AUDIENCE, later()))
                        .header("aeg-event-type", "SubscriptionValidation")
                        .header("aeg-subscription-name", "VISAVIS")
                        .content(handshake))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.validationResponse").value("512d38b6-c7b8-40c8-89fe-f46f9e9622b6"));
        http.perform(post(EVENTS)
                        .header("Authorization", eventGrid(AUDIENCE, later()))
                        .header("aeg-event-type", "SubscriptionValidation")
                        .header("aeg-subscription-name", "SOMEBODY-ELSES")
                        .content(handshake))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aForgedDeliveryChangesNothing() throws Exception {
        var sample = started("forged", "99000000000000001", later());
        for (var authorization : new String[] {
            "",
            "Bearer x.y.z",
            eventGrid("api://another", later()),
            eventGrid(AUDIENCE, Instant.now().minus(Duration.ofMinutes(10))),
            bearer(AUDIENCE, Map.of("roles", "Reader"), later()),
            bearer(AUDIENCE, Map.of(), later())
        }) {
            var result = http.perform(
                            post(EVENTS).header("Authorization", authorization).content(sample))
                    .andReturn();
            assertThat(result.getResponse().getStatus()).isIn(401, 403);
        }
        assertThat(kept()).isZero();
    }

    @Test
    void aTokenForOneAddressDoesNotOpenTheOther() throws Exception {
        http.perform(post(CALLS)
                        .header("Authorization", eventGrid(AUDIENCE, later()))
                        .content(started("other-address", "99000000000000001", later())))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void whatIsDeliveredTwiceIsKeptOnce() throws Exception {
        var sample = started("twice", "99000000000000002", Instant.now());

        deliver(sample).andExpect(status().isNoContent());
        deliver(sample).andExpect(status().isNoContent());

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aCallbackOfTheCallIsKept() throws Exception {
        http.perform(post(CALLS)
                        .header("Authorization", bearer(RESOURCE, Map.of(), later()))
                        .content(Files.readAllBytes(SAMPLES.resolve("call-automation/CallConnected.json"))))
                .andExpect(status().isNoContent());

        assertThat(jdbc.sql("SELECT kind FROM acs_news").query(String.class).list())
                .containsExactly("LEG_CONNECTED");
    }

    /// Nobody subscribes to what people write; should somebody do so by mistake, it is thanked for and forgotten.
    @Test
    void chatIsThankedForAndForgotten() throws Exception {
        for (var schema : new String[] {"cloud-events-schema", "event-grid-schema"}) {
            deliver(Files.readString(SAMPLES.resolve(schema + "/chat_message_received.json")))
                    .andExpect(status().isNoContent());
        }
        assertThat(kept()).isZero();
    }

    /// The same ones each time, at both addresses and with a token that is good: what matters is what they say.
    @Test
    void fourThousandMutatedDeliveriesAreTakenOrRefusedAndNeverOurMistake() throws Exception {
        var before = rooms();
        var random = new Random(20261126);
        var events = NewsReaderTest.samples().map(NewsReaderTest::bytes).toList();
        var bearer = eventGrid(AUDIENCE, later());
        var callBearer = bearer(RESOURCE, Map.of(), later());
        for (var number = 0; number < 4_000; number++) {
            var ofTheCall = random.nextBoolean();
            var delivery = NewsReaderTest.mutated(events.get(random.nextInt(events.size())), random);
            var answer = http.perform(post(ofTheCall ? CALLS : EVENTS)
                            .header("Authorization", ofTheCall ? callBearer : bearer)
                            .contentType("application/cloudevents+json")
                            .content(delivery))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(answer).as("delivery %s", number).isIn(204, 400);
        }
        assertThat(rooms()).as("rooms and who is in them").isEqualTo(before);
    }

    @Test
    void whatIsTooLargeOrNothingAtAllIsRefusedForGood() throws Exception {
        deliver("x".repeat(NewsReader.LARGEST + 10)).andExpect(status().isBadRequest());
        deliver("{\"id\":").andExpect(status().isBadRequest());
        assertThat(kept()).isZero();
    }

    @Test
    void theRecordOfACallIsTheSameInWhateverOrderItsNewsComes() throws Exception {
        var visit = VisitId.next();
        var seat = UUID.randomUUID();
        var room = "99" + System.nanoTime();
        var user = "8:acs:bc360ba8-d29b-4ef2-b698-769ebef85521_" + UUID.randomUUID();
        line(visit, room, seat, user);
        var noon = Instant.parse("2026-11-22T17:00:00Z");

        deliver(participant("CallParticipantRemoved", room, user, noon.plusSeconds(1_200)));
        deliver(event("CallEnded", room, noon.plusSeconds(1_201), ",\"durationOfCall\":1201"));
        deliver(participant("CallParticipantAdded", room, user, noon.plusSeconds(5)));
        deliver(started("began", room, noon));
        deliver(started("of-a-stranger", "99555555555555555", noon));

        assertThat(log.callsOf(visit))
                .containsExactly(new AcsNewsLog.CallRecord(
                        room,
                        noon,
                        noon.plusSeconds(1_201),
                        List.of(new AcsNewsLog.Presence(seat, noon.plusSeconds(5), noon.plusSeconds(1_200)))));
    }

    private ResultActions deliver(String delivery) throws Exception {
        return http.perform(post(EVENTS)
                .header("Authorization", eventGrid(AUDIENCE, later()))
                .contentType("application/cloudevents+json")
                .content(delivery.getBytes(StandardCharsets.UTF_8)));
    }

    private void line(VisitId visit, String room, UUID seat, String user) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO acs_room (id, engine, visit_id, rung, first_sent_at, valid_until, room_id)
                        VALUES (?, 'acs', ?, 1, now(), 'infinity', ?)
                        """).params(id, visit.value(), room).update();
        jdbc.sql("INSERT INTO acs_user (id, room, seat_id, asked_at, acs_id) VALUES (?, ?, ?, now(), ?)")
                .params(UUID.randomUUID(), id, seat, user)
                .update();
    }

    private String rooms() {
        return jdbc.sql("""
                        SELECT coalesce((SELECT md5(string_agg(r::text, '|' ORDER BY id)) FROM acs_room r), '')
                               || coalesce((SELECT md5(string_agg(u::text, '|' ORDER BY id)) FROM acs_user u), '')
                        """).query(String.class).single();
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM acs_news").query(Integer.class).single();
    }

    private static String started(String id, String room, Instant at) {
        return event("CallStarted", room, at, "").replace("\"id\":\"e-", "\"id\":\"" + id + "-e-");
    }

    private static String event(String kind, String room, Instant at, String more) {
        return """
                {"id":"e-%s","source":"s","type":"Microsoft.Communication.%s","time":"%s","specversion":"1.0",\
                "data":{"room":{"id":"%s"}%s}}""".formatted(
                UUID.nameUUIDFromBytes((kind + room + at).getBytes(StandardCharsets.UTF_8)), kind, at, room, more);
    }

    private static String participant(String kind, String room, String user, Instant at) {
        return event(kind, room, at, ",\"user\":{\"communicationUser\":{\"id\":\"%s\"}}".formatted(user));
    }

    private static Instant later() {
        return Instant.now().plus(Duration.ofMinutes(30));
    }

    private static String eventGrid(String audience, Instant expires) {
        return bearer(audience, Map.of("roles", "AzureEventGridSecureWebhookSubscriber"), expires);
    }

    private static String bearer(String audience, Map<String, String> claims, Instant expires) {
        return "Bearer " + SIMULATOR.entra().tokenFor(TENANT, audience, claims, expires);
    }
}
