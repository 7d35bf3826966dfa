package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import health.visavis.TestDatabase;
import health.visavis.server.Route.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an open page might send that no page of ours sends: every kind of message, bent in its bytes and in its
/// meaning, five thousand of them and always the same ones. None may be our mistake, and none may change anything
/// that its sender has no part in.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveBadInputModuleTest {

    private static final int MESSAGES = 5_000;

    /// Below what one page may say before it is told to be slower.
    private static final int PER_PAGE = 20;

    private static final List<String> STATE =
            List.of("encounter", "visit_seat", "visit_rung", "visit_call", "message_thread", "message");
    private static final List<String> STRANGE = List.of(
            "", " ", "null", "\u0000", "../../etc/passwd", "' OR 1=1 --", "{}", "ﷺ".repeat(500), "x".repeat(9_000));

    @Autowired
    MatrixWorld world;

    @Autowired
    JsonMapper json;

    @Autowired
    TextWebSocketHandler live;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private List<String> originals = List.of();

    @BeforeAll
    void people() throws IOException {
        world.open();
        originals = Stream.concat(
                        Stream.of("{\"type\":\"subscribe\",\"topic\":\"visit:{visit}\",\"since\":-1}"), messages())
                .map(world::fill)
                .toList();
    }

    @Test
    void whoHasNoPartInItChangesNothingWhateverTheySend() throws Exception {
        var before = state();

        var answers = send(
                List.of(Visitor.OTHER_PATIENT, Visitor.OTHER_DOCTOR, Visitor.OTHER_NURSE, Visitor.ADMIN),
                MESSAGES / 2,
                new Random(1));

        assertThat(answers).filteredOn(answer -> answer.contains("\"failed\"")).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    /// The patient has a part in it and was not admitted: nothing that they send lets them in or seats them.
    @Test
    void whoHasAPartInItIsNeverOurMistakeAndGetsNoFurtherByIt() throws Exception {
        var before = admission();

        var answers = send(List.of(Visitor.PATIENT, Visitor.DOCTOR, Visitor.NURSE), MESSAGES / 2, new Random(2));

        assertThat(answers).filteredOn(answer -> answer.contains("\"failed\"")).isEmpty();
        assertThat(admission()).isEqualTo(before);
    }

    @Test
    void aMessageThatIsTooLargeEndsTheConnectionAndNothingElse() throws Exception {
        var answers = new ConcurrentLinkedQueue<String>();
        var page = page(Visitor.OTHER_PATIENT, answers);

        live.handleMessage(page, new TextMessage("[".repeat(60_000)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain("\"failed\""));
    }

    private Queue<String> send(List<Visitor> visitors, int count, Random random) throws Exception {
        var answers = new ConcurrentLinkedQueue<String>();
        WebSocketSession page = null;
        for (var number = 0; number < count; number++) {
            if (number % PER_PAGE == 0) {
                if (page != null) {
                    live.afterConnectionClosed(page, CloseStatus.NORMAL);
                }
                page = page(visitors.get(number / PER_PAGE % visitors.size()), answers);
            }
            live.handleMessage(page, new TextMessage(bent(originals.get(random.nextInt(originals.size())), random)));
        }
        live.afterConnectionClosed(page, CloseStatus.NORMAL);
        return answers;
    }

    private String bent(String original, Random random) {
        return random.nextInt(3) == 0 ? inBytes(original, random) : inMeaning(original, random);
    }

    private static String inBytes(String original, Random random) {
        var bytes = original.getBytes(StandardCharsets.UTF_8);
        for (var change = 0; change <= random.nextInt(6); change++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return new String(
                random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes,
                StandardCharsets.UTF_8);
    }

    private String inMeaning(String original, Random random) {
        try {
            var message = (ObjectNode) json.readTree(original);
            for (var change = 0; change <= random.nextInt(3); change++) {
                var names = List.copyOf(message.propertyNames());
                var name = names.get(random.nextInt(names.size()));
                if (random.nextInt(5) == 0) {
                    message.remove(name);
                } else if (!name.equals("type") || random.nextInt(10) == 0) {
                    message.set(name, strange(random, 0));
                }
                if (message.isEmpty()) {
                    break;
                }
            }
            return message.toString();
        } catch (JacksonException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    private JsonNode strange(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> json.getNodeFactory().nullNode();
            case 1 -> json.getNodeFactory().numberNode(random.nextLong());
            case 2 -> json.getNodeFactory().numberNode(-1.5e300);
            case 3 -> json.getNodeFactory().booleanNode(random.nextBoolean());
            case 4 -> json.getNodeFactory().stringNode(STRANGE.get(random.nextInt(STRANGE.size())));
            case 5 -> json.getNodeFactory().stringNode(new UUID(random.nextLong(), random.nextLong()).toString());
            case 6 -> json.createObjectNode().set("candidate", strange(random, depth + 1));
            default -> json.createArrayNode().add(strange(random, depth + 1));
        };
    }

    private WebSocketSession page(Visitor visitor, Queue<String> answers) throws Exception {
        var page = mock(WebSocketSession.class, withSettings().stubOnly());
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("actor", world.actor(visitor));
        attributes.put("session", UUID.randomUUID().toString());
        when(page.getId()).thenReturn(UUID.randomUUID().toString());
        when(page.getAttributes()).thenReturn(attributes);
        when(page.isOpen()).thenReturn(true);
        doAnswer(said -> answers.add(
                        ((WebSocketMessage<?>) said.getArgument(0)).getPayload().toString()))
                .when(page)
                .sendMessage(any());
        live.afterConnectionEstablished(page);
        return page;
    }

    private Map<String, String> state() {
        var state = new HashMap<String, String>();
        for (var table : STATE) {
            state.put(
                    table,
                    database.queryForObject(
                            "SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM " + table + " t",
                            String.class));
        }
        return state;
    }

    private List<Map<String, Object>> admission() {
        return database.queryForList(
                "SELECT e.status, (SELECT count(*) FROM visit_seat s WHERE s.visit_id = e.id) seats,"
                        + " (SELECT count(*) FROM visit_rung r WHERE r.visit_id = e.id) rungs FROM encounter e WHERE id = ?",
                world.id("visit"));
    }

    /// As `live-matrix.txt` lists them.
    private Stream<String> messages() throws IOException {
        return new ClassPathResource("live-matrix.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("SEND"))
                .map(line -> {
                    var words = line.split("\\s+", 10);
                    return "{\"type\":\"" + words[1] + "\"," + words[9].substring(1);
                });
    }
}
