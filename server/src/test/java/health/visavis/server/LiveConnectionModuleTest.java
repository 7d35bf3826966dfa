package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.visavis.TestDatabase;
import health.visavis.VisavisApplication;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.ThreadId;
import health.visavis.kernel.VisitId;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.messaging.MessagingFixtures.Conversation;
import health.visavis.people.PeopleFixtures;
import health.visavis.proxy.EndProxy;
import health.visavis.proxy.ProxyFixtures;
import health.visavis.server.Route.Visitor;
import health.visavis.visit.ArriveAtVisit;
import health.visavis.visit.LeaveWaitingRoom;
import health.visavis.web.security.SignedIn;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/// Real sockets and real sessions; only the signing in at the provider is skipped.
@SpringBootTest(classes = VisavisApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import(ServerTestConfiguration.class)
@NobodySignsIn
@TestPropertySource(properties = "visavis.session.secure-cookie=false")
class LiveConnectionModuleTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PeopleFixtures people;

    @Autowired
    ProxyFixtures proxies;

    @Autowired
    EndProxy endProxy;

    @Autowired
    MatrixWorld world;

    @Autowired
    ArriveAtVisit arriveAtVisit;

    @Autowired
    LeaveWaitingRoom leaveWaitingRoom;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final List<LivePage> pages = new ArrayList<>();
    private Conversation conversation;

    @BeforeEach
    void aConversation() {
        conversation = messaging.conversation();
    }

    @AfterEach
    void everybodyLeaves() {
        pages.forEach(LivePage::leave);
    }

    @Test
    @Requirement("IAM-08")
    void aStrangerGetsNoConnection() {
        assertThatThrownBy(() -> LivePage.open(address(), origin(), null))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(failure -> assertThat(((WebSocketHandshakeException) failure.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(401));
    }

    @Test
    void aPageOfAnotherSiteGetsNoConnection() {
        var cookie = signIn(conversation.patient());

        assertThatThrownBy(() -> LivePage.open(address(), "https://evil.example", cookie))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    @Requirement("APP-10")
    void aMessageIsStoredBeforeItIsAcknowledgedAndReachesTheOther() {
        var patient = open(conversation.patient());
        var doctor = open(conversation.doctor());
        doctor.say(subscribe("thread:" + conversation.thread(), 0));
        doctor.hears("subscribed");

        var clientId = UUID.randomUUID();
        patient.say(message(conversation.thread(), clientId, "Good morning"));

        var stored = patient.hears("stored");
        assertThat(stored.path("clientId").asString()).isEqualTo(clientId.toString());
        assertThat(stored.path("seq").asLong()).isEqualTo(1);
        assertThat(database.queryForObject("SELECT count(*) FROM message WHERE client_id = ?", Long.class, clientId))
                .isEqualTo(1);
        var event = doctor.hears("event");
        assertThat(event.path("kind").asString()).isEqualTo("message");
        assertThat(event.path("data").path("text").asString()).isEqualTo("Good morning");
        assertThat(event.path("data").path("senderRole").asString()).isEqualTo("PATIENT");
        assertThat(event.path("data").path("own").asBoolean()).isFalse();
    }

    /// A patient takes it back while a page is open: the next message is not shown there any more.
    @Test
    @Requirement("IAM-10")
    void whoeverActedForThePatientHearsNothingMoreFromTheMomentItIsTakenBack() {
        var somebody = people.patient();
        var grant = proxies.grant(conversation.patient(), somebody);
        var page = open(somebody.actingFor(conversation.patient().patient()));
        page.say(subscribe("thread:" + conversation.thread(), 0));
        page.hears("subscribed");
        messaging.send(conversation.doctor(), conversation.thread(), "Good morning");
        assertThat(page.hears("event").path("data").path("text").asString()).isEqualTo("Good morning");

        endProxy.end(conversation.patient(), grant.id());
        messaging.send(conversation.doctor(), conversation.thread(), "For you alone");

        assertThat(page.hears("refused").path("topic").asString()).isEqualTo("thread:" + conversation.thread());
        assertThat(page.all("event")).hasSize(1);
    }

    @Test
    @Requirement("APP-20")
    void whoComesBackReceivesWhatHeMissedOnce() {
        var doctor = open(conversation.doctor());
        doctor.say(subscribe("thread:" + conversation.thread(), 0));
        messaging.send(conversation.patient(), conversation.thread(), "One");
        var seen = doctor.hears("event").path("seq").asLong();
        doctor.leave();
        messaging.send(conversation.patient(), conversation.thread(), "Two");
        messaging.send(conversation.patient(), conversation.thread(), "Three");

        var again = open(conversation.doctor());
        again.say(subscribe("thread:" + conversation.thread(), seen));

        await().untilAsserted(() -> assertThat(again.all("event"))
                .extracting(event -> event.path("data").path("text").asString())
                .containsExactly("Two", "Three"));
    }

    @Test
    @Requirement("IAM-10")
    void whoLosesTheRightToAVisitWhileFollowingItHearsSoOnceAndNothingMore() {
        world.open();
        var nurse = world.actor(Visitor.NURSE);
        var patient = world.actor(Visitor.PATIENT);
        var visit = new VisitId(world.id("visit"));
        var page = open(nurse);
        page.say(subscribe("visit:" + visit, 0));
        page.hears("event");
        var doctor = open(world.actor(Visitor.DOCTOR));
        doctor.say(subscribe("visit:" + visit, 0));
        doctor.hears("event");
        var heard = page.all("event").size();
        database.update(
                "DELETE FROM team_member WHERE staff_id = ?", nurse.person().value());

        arriveAtVisit.arrive(patient, visit);
        assertThat(page.hears("refused").path("topic").asString()).isEqualTo("visit:" + visit);
        leaveWaitingRoom.leave(patient, visit);
        arriveAtVisit.arrive(patient, visit);
        await().until(() -> doctor.all("event").size() >= heard + 3);

        assertThat(page.all("event")).hasSize(heard);
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = 'REFUSED'",
                        Long.class,
                        nurse.person().value()))
                .isEqualTo(1);
    }

    @Test
    @Requirement("IAM-10")
    void anotherPersonsTopicsAndThreadsAreRefusedAndOnTheTrail() {
        var stranger = people.patient();
        var page = open(stranger);

        for (var topic : List.of(
                "thread:" + conversation.thread(),
                "thread:" + UUID.randomUUID(),
                "person:" + conversation.patient().person(),
                "unknown:" + UUID.randomUUID())) {
            page.say(subscribe(topic, 0));
            await().until(() -> page.all("refused").stream()
                    .anyMatch(refused -> refused.path("topic").asString("").equals(topic)));
        }
        page.say(message(conversation.thread(), UUID.randomUUID(), "Let me in"));
        assertThat(page.hears("not-stored").path("reason").asString()).isEqualTo("refused");
        page.say("{\"type\":\"read\",\"thread\":\"" + conversation.thread() + "\",\"seq\":1}");
        await().until(() -> page.all("refused").size() == 5);

        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = 'REFUSED'",
                        Long.class,
                        stranger.person().value()))
                .isEqualTo(5);
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM message WHERE thread_id = ?",
                        Long.class,
                        conversation.thread().value()))
                .isZero();
    }

    @Test
    void whateverAPageSaysTheWorstItGetsIsAnError() {
        var page = open(conversation.patient());
        var nonsense = List.of(
                "",
                "not json",
                "[]",
                "1",
                "null",
                "{}",
                "{\"type\":1}",
                "{\"type\":\"nothing-known\"}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"subscribe\",\"topic\":\"thread:1\"}",
                "{\"type\":\"message\"}",
                "{\"type\":\"message\",\"thread\":\"1\",\"clientId\":\"2\",\"text\":[]}",
                "[".repeat(20_000));

        nonsense.forEach(page::say);

        await().until(() -> page.all("error").size() == nonsense.size());
        page.say("{\"type\":\"ping\"}");
        page.hears("pong");
    }

    @Test
    void aPageThatSendsTooMuchAtOnceIsClosed() throws Exception {
        var page = open(conversation.patient());

        page.say("{\"type\":\"" + "x".repeat(65 * 1024) + "\"}");

        assertThat(page.closed().get()).isEqualTo(1009);
    }

    @Test
    void aPageThatFloodsIsNotListenedTo() {
        var page = open(conversation.patient());

        for (var number = 0; number < 1_000; number++) {
            page.say("{\"type\":\"ping\"}");
        }

        await().until(() -> page.all("error").stream()
                .anyMatch(error -> error.path("reason").asString("").equals("too-fast")));
    }

    @Test
    @Requirement("APP-17")
    void whenTheSessionEndsTheConnectionEnds() throws Exception {
        var cookie = signIn(conversation.patient());
        var page = LivePage.open(address(), origin(), cookie);
        pages.add(page);
        page.say("{\"type\":\"ping\"}");
        page.hears("pong");

        sessions.deleteById(sessionId(cookie));

        await().atMost(Duration.ofSeconds(30)).until(page.closed()::isDone);
        assertThat(page.closed().get()).isEqualTo(4401);
    }

    @Test
    @Requirement("APP-17")
    void talkingDoesNotKeepTheSessionAlive() {
        var cookie = signIn(conversation.patient());
        var page = LivePage.open(address(), origin(), cookie);
        pages.add(page);
        page.say("{\"type\":\"ping\"}");
        page.hears("pong");
        var before = lastAccess(cookie);

        page.say(message(conversation.thread(), UUID.randomUUID(), "Still here"));
        page.hears("stored");

        assertThat(lastAccess(cookie)).isEqualTo(before);
    }

    @Test
    void comingInAndComingBackDoNotKeepTheSessionAlive() {
        var cookie = signIn(conversation.patient());
        database.update(
                "UPDATE spring_session SET last_access_time = last_access_time - 300000 WHERE session_id = ?",
                sessionId(cookie));
        var before = lastAccess(cookie);

        for (var visit = 0; visit < 2; visit++) {
            var page = LivePage.open(address(), origin(), cookie);
            page.say("{\"type\":\"ping\"}");
            page.hears("pong");
            page.leave();
        }

        assertThat(lastAccess(cookie)).isEqualTo(before);
    }

    @Test
    void whatAnOpenPageAsksForByItselfDoesNotKeepTheSessionAlive() throws Exception {
        doesNotKeepTheSessionAlive(people.admin(), "/imports/progress");
        doesNotKeepTheSessionAlive(conversation.doctor(), "/waiting-room/list");
    }

    private void doesNotKeepTheSessionAlive(Actor actor, String path) throws Exception {
        var cookie = signIn(actor);
        database.update(
                "UPDATE spring_session SET last_access_time = last_access_time - 300000 WHERE session_id = ?",
                sessionId(cookie));
        var before = lastAccess(cookie);

        assertThat(answer(path, cookie, null).statusCode()).isEqualTo(200);
        assertThat(answer(path, "visavis=c3RyYW5nZXI=", null).statusCode()).isEqualTo(401);

        assertThat(lastAccess(cookie)).isEqualTo(before);
    }

    @Test
    void thePageOfAnOngoingVisitExtendsTheSession() throws Exception {
        var cookie = signIn(conversation.patient());
        var token =
                answer("/settings", cookie, null).body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        database.update(
                "UPDATE spring_session SET last_access_time = last_access_time - 300000 WHERE session_id = ?",
                sessionId(cookie));
        var before = lastAccess(cookie);

        assertThat(answer("/session/extension", cookie, token).statusCode()).isEqualTo(204);

        assertThat(lastAccess(cookie)).isAfter(before.plusSeconds(200));
    }

    @Test
    void aSessionEndsTwelveHoursAfterSigningInWhateverGoesOn() throws Exception {
        var cookie = signIn(conversation.patient());
        var page = LivePage.open(address(), origin(), cookie);
        pages.add(page);
        assertThat(answer("/settings", cookie, null).statusCode()).isEqualTo(200);

        database.update(
                "UPDATE spring_session SET creation_time = creation_time - ? WHERE session_id = ?",
                Duration.ofHours(12).toMillis(),
                sessionId(cookie));

        await().atMost(Duration.ofSeconds(30)).until(page.closed()::isDone);
        assertThat(page.closed().get()).isEqualTo(4401);
        assertThatThrownBy(() -> LivePage.open(address(), origin(), cookie))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        var answer = answer("/settings", cookie, null);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/oauth2/authorization/visavis"));
        assertThat(sessions.findById(sessionId(cookie))).isNull();
    }

    @Test
    @Requirement("APP-17")
    void aSessionThatLayStillForTooLongIsOver() throws Exception {
        var cookie = signIn(conversation.patient());
        assertThat(answer("/settings", cookie, null).statusCode()).isEqualTo(200);

        database.update(
                "UPDATE spring_session SET last_access_time = last_access_time - ?, expiry_time = expiry_time - ? WHERE session_id = ?",
                Duration.ofMinutes(16).toMillis(),
                Duration.ofMinutes(16).toMillis(),
                sessionId(cookie));

        assertThat(answer("/settings", cookie, null).statusCode()).isEqualTo(302);
    }

    /// @param token posts with it; null: gets
    private HttpResponse<String> answer(String path, String cookie, @Nullable String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html");
        if (token != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded");
        }
        return BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private LivePage open(Actor actor) {
        var page = LivePage.open(address(), origin(), signIn(actor));
        pages.add(page);
        return page;
    }

    private URI address() {
        return URI.create("ws://localhost:" + port + "/live");
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private String signIn(Actor actor) {
        return signIn(sessions, actor);
    }

    private static <S extends Session> String signIn(FindByIndexNameSessionRepository<S> sessions, Actor actor) {
        var token = new OidcIdToken(
                "not-a-token",
                Instant.EPOCH,
                Instant.now().plusSeconds(3_600),
                Map.of("iss", "http://signin.invalid", "sub", actor.person().toString()));
        var signedIn = new SignedIn(
                token,
                actor.person().value(),
                actor.patient() == null || actor.proxy()
                        ? null
                        : actor.patient().value(),
                actor.clinician() == null ? null : actor.clinician().value(),
                actor.roles(),
                actor.proxy() ? actor.patient().value() : null);
        var session = sessions.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(new OAuth2AuthenticationToken(signedIn, signedIn.getAuthorities(), "visavis")));
        sessions.save(session);
        return "visavis=" + Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    private static String sessionId(String cookie) {
        return new String(Base64.getDecoder().decode(cookie.substring("visavis=".length())), StandardCharsets.UTF_8);
    }

    private Instant lastAccess(String cookie) {
        return sessions.findById(sessionId(cookie)).getLastAccessedTime();
    }

    private static String subscribe(String topic, long since) {
        return "{\"type\":\"subscribe\",\"topic\":\"" + topic + "\",\"since\":" + since + "}";
    }

    private static String message(ThreadId thread, UUID clientId, String text) {
        return "{\"type\":\"message\",\"thread\":\"" + thread + "\",\"clientId\":\"" + clientId + "\",\"text\":\""
                + text + "\"}";
    }
}
