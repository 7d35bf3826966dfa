package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.server.Route.Visitor;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import health.visavis.web.live.LiveTopicGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    @Autowired
    List<LiveTopicGuard> guards;

    @Autowired
    List<LiveCommand> commands;

    @Autowired
    MatrixWorld world;

    @Autowired
    JsonMapper json;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @BeforeAll
    void people() {
        world.open();
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
