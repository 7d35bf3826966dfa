package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.live.LiveEvent;
import health.visavis.live.Topic;
import health.visavis.messaging.MessageDraft;
import health.visavis.messaging.SendMessage;
import health.visavis.messaging.SendOutcome;
import health.visavis.server.Route.Visitor;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import health.visavis.web.live.LiveEventView;
import health.visavis.web.live.LiveTopicGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Every topic and every message of the live connection with every role. One that is not listed fails.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveMatrixModuleTest {

    private static final List<Visitor> VISITORS = Arrays.stream(Visitor.values())
            .filter(visitor -> visitor != Visitor.STRANGER)
            .toList();

    /// What is published on which topic.
    private static final Map<String, Set<String>> EVENTS = Map.of(
            "visit", Set.of("emergency", "encounter", "guest", "phone", "recording", "rung", "seat", "signal"),
            "guest", Set.of("standing"),
            "clinician", Set.of("emergency", "encounter", "phone"),
            "thread", Set.of("message"),
            "person", Set.of("unread"));

    /// The others are about a seat or a line, and nobody sits in this visit.
    private static final Set<String> DRAWN_AT_ONCE =
            Set.of("emergency", "encounter", "guest", "message", "phone", "recording", "unread");

    @Autowired
    List<LiveTopicGuard> guards;

    @Autowired
    List<LiveEventView> views;

    @Autowired
    SendMessage sendMessage;

    @Autowired
    List<LiveCommand> commands;

    @Autowired
    MatrixWorld world;

    @Autowired
    JsonMapper json;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private UUID message;

    @BeforeAll
    void people() {
        world.open();
        var draft = new MessageDraft(new ThreadId(world.id("thread")), UUID.randomUUID(), Sensitive.of("hello"));
        message = ((SendOutcome.Stored) sendMessage.send(world.actor(Visitor.PATIENT), draft))
                .message()
                .value();
    }

    @Test
    void everyTopicAndEveryMessageIsListed() throws IOException {
        assertThat(names("TOPIC"))
                .containsExactlyInAnyOrderElementsOf(
                        guards.stream().map(LiveTopicGuard::prefix).toList());
        assertThat(names("SEND"))
                .containsExactlyInAnyOrderElementsOf(
                        commands.stream().map(LiveCommand::type).toList());
    }

    @ParameterizedTest(name = "{0} {1} by {2}")
    @MethodSource("cells")
    @Requirement("IAM-10")
    void theAnswerIsTheListedOne(String kind, String name, Visitor visitor, String expected, String sent)
            throws Exception {
        var actor = world.actor(visitor);
        var refusalsBefore = refusals(actor);

        var answer = kind.equals("TOPIC") ? follow(name, actor, sent) : send(name, actor, sent);

        // A message is answered later, and a refusal of it does not say why.
        assertThat(answer).isEqualTo(name.equals("message") && !expected.equals("ok") ? "refused" : expected);
        if (!expected.equals("ok")) {
            assertThat(refusals(actor)).as("refusals on the trail").isGreaterThan(refusalsBefore);
        }
    }

    /// An event that is on its way when somebody's permission ends, or that a page asks for again, is not drawn.
    @ParameterizedTest(name = "{1} on {0} for {2}")
    @MethodSource("events")
    @Requirement("IAM-10")
    void anEventIsDrawnForThoseOnlyWhoMayFollowItsTopic(String kind, String event, Visitor visitor, boolean mayFollow) {
        var topic = Topic.parse(kind + ":" + world.id(kind)).orElseThrow();
        var reference = event.equals("message") ? message : world.id(kind.equals("person") ? "thread" : "visit");
        var drawn = named(views, LiveEventView::kind, event);

        assertThat(isShown(drawn, world.actor(visitor), new LiveEvent(topic, 1, event, reference, Instant.EPOCH)))
                .isEqualTo(mayFollow && DRAWN_AT_ONCE.contains(event));
    }

    static Stream<Arguments> events() throws IOException {
        return lines().filter(line -> line[0].equals("TOPIC"))
                .flatMap(line -> EVENTS.get(line[1]).stream()
                        .flatMap(event -> VISITORS.stream()
                                .map(visitor -> Arguments.of(
                                        line[1], event, visitor, line[2 + VISITORS.indexOf(visitor)].equals("ok")))));
    }

    @Test
    void everyKindOfEventIsTried() {
        assertThat(views.stream().map(LiveEventView::kind))
                .containsExactlyInAnyOrderElementsOf(
                        EVENTS.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private static boolean isShown(LiveEventView view, Actor viewer, LiveEvent event) {
        try {
            return view.view(viewer, event) != null;
        } catch (AccessDenied refused) {
            return false;
        }
    }

    private String follow(String prefix, Actor actor, String id) {
        var guard = named(guards, LiveTopicGuard::prefix, prefix);
        return answerOf(() -> guard.require(actor, UUID.fromString(world.fill(id))));
    }

    private String send(String type, Actor actor, String message) throws Exception {
        var command = named(commands, LiveCommand::type, type);
        var heard = new CompletableFuture<Object>();
        var answer = answerOf(() -> command.handle(actor, json.readTree(world.fill(message)), new Listening(heard)));
        if (type.equals("message")) {
            return heard.get(20, TimeUnit.SECONDS).toString().contains("refused") ? "refused" : answer;
        }
        return answer;
    }

    private static String answerOf(Runnable attempt) {
        try {
            attempt.run();
            return "ok";
        } catch (AccessDenied denied) {
            return denied.existencePrivate() ? "404" : "403";
        }
    }

    static Stream<Arguments> cells() throws IOException {
        return lines().flatMap(line -> VISITORS.stream()
                .map(visitor -> Arguments.of(
                        line[0], line[1], visitor, line[2 + VISITORS.indexOf(visitor)], line[2 + VISITORS.size()])));
    }

    private static List<String> names(String kind) throws IOException {
        return lines().filter(line -> line[0].equals(kind)).map(line -> line[1]).toList();
    }

    private static Stream<String[]> lines() throws IOException {
        return new ClassPathResource("live-matrix.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 3 + VISITORS.size()));
    }

    private static <T> T named(List<T> all, Function<T, String> name, String wanted) {
        return all.stream().collect(Collectors.toMap(name, Function.identity())).get(wanted);
    }

    private int refusals(Actor actor) {
        return database.queryForObject(
                "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = 'REFUSED'",
                Integer.class,
                actor.person().value());
    }

    private record Listening(CompletableFuture<Object> heard) implements LiveConnection {

        @Override
        public String id() {
            return "test";
        }

        @Override
        public void send(Object message) {
            heard.complete(message);
        }

        @Override
        public void onClose(Runnable action) {}
    }
}
