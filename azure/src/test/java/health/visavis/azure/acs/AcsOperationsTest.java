package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.TimeSlot;
import health.visavis.notification.Attachment;
import health.visavis.notification.Mail;
import health.visavis.notification.Sms;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.acs.CommunicationServices.Exchange;
import health.visavis.simulator.definition.Definition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every request that we make of the vendor is made here once and held against the definition; the last test
/// writes down which ones they were.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcsOperationsTest {

    private static final Path TABLE = Path.of("..", "docs", "architecture", "azure-communication-services.md");
    private static final String BEGIN = "<!-- operations: written by AcsOperationsTest -->";
    private static final String END = "<!-- operations end -->";
    private static final URI CALLBACK = URI.create("https://visavis.invalid/azure/calls");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Map<AcsOperation, Exchange> SHOWN = new EnumMap<>(AcsOperation.class);

    private final AcsSimulator simulator = SimulatedAcs.simulator();
    private final AcsChannel channel = SimulatedAcs.channel();
    private final AcsIdentities identities = new AcsIdentities(channel);
    private final AcsRooms rooms = new AcsRooms(channel);
    private final AcsCallAutomation calls = new AcsCallAutomation(channel, CLOCK);
    private final AcsRecordings recordings = new AcsRecordings(channel);

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theDefinitionHasNothingAgainst(AcsOperation operation) {
        simulator.services().forgetExchanges();

        ask(operation);

        var exchange = simulator.services().exchanges().stream()
                .filter(candidate -> fits(operation, candidate))
                .findFirst()
                .orElseThrow();
        assertThat(exchange.version()).isEqualTo(operation.version());
        assertThat(exchange.operation()).isNotEmpty();
        assertThat(exchange.askedWrongly()).isEmpty();
        assertThat(exchange.answeredWrongly()).isEmpty();
        assertThat(exchange.status()).isBetween(200, 299);
        SHOWN.put(operation, exchange);
    }

    /// Writes the table when it differs, and fails then: the change belongs into the same commit.
    @Order(2)
    @Test
    void theTableInTheDocsIsCurrent() throws IOException {
        assertThat(SHOWN.keySet()).containsExactly(AcsOperation.values());
        var written = Files.readString(TABLE);
        var current = written.substring(0, written.indexOf(BEGIN) + BEGIN.length()) + "\n" + table()
                + written.substring(written.indexOf(END));

        if (!written.equals(current)) {
            Files.writeString(TABLE, current);
        }

        assertThat(written)
                .as("%s was out of date; it has been written anew", TABLE)
                .isEqualTo(current);
    }

    private void ask(AcsOperation operation) {
        switch (operation) {
            case CREATE_USER -> identities.create();
            case ISSUE_TOKEN -> identities.issue(identities.create());
            case REVOKE_TOKENS -> identities.revoke(identities.create());
            case DELETE_USER -> identities.delete(identities.create());
            case CREATE_ROOM -> room();
            case UPDATE_PARTICIPANTS -> rooms.let(room(), identities.create(), AcsRooms.Role.PRESENTER);
            case LIST_PARTICIPANTS -> rooms.participants(room());
            case DELETE_ROOM -> rooms.delete(room());
            case SEND_SMS ->
                new AcsSmsSender(channel, AcsSimulator.NUMBER, CLOCK)
                        .send(new Sms("+14255550123", "A visit begins soon"));
            case SEND_MAIL, MAIL_STATUS ->
                new AcsMailSender(channel, SimulatedAcs.MAIL_FROM)
                        .send(new Mail(
                                "somebody@example.invalid",
                                "A visit",
                                "Soon",
                                new Attachment("visit.ics", "text/calendar; method=REQUEST", "BEGIN:VCALENDAR")));
            case CONNECT_TO_ROOM -> call();
            case ADD_TO_CALL ->
                calls.ring(UUID.randomUUID(), call().connectionId(), "+14255550123", AcsSimulator.NUMBER, "ring");
            case CREATE_CALL -> created();
            case END_CALL -> calls.end(created().connectionId());
            case HANG_UP -> calls.hangUp(call().connectionId());
            case START_RECORDING -> recording();
            case PAUSE_RECORDING -> recordings.pause(recording());
            case RESUME_RECORDING -> recordings.resume(recording());
            case STOP_RECORDING -> recordings.stop(recording());
        }
    }

    private AcsRoomId room() {
        var now = CLOCK.instant();
        return rooms.create(TimeSlot.starting(now, Duration.ofHours(1)), UUID.randomUUID(), now);
    }

    private AcsCall call() {
        return calls.connect(UUID.randomUUID(), CLOCK.instant(), room(), CALLBACK);
    }

    private AcsCall created() {
        return calls.call(UUID.randomUUID(), "+14255550123", AcsSimulator.NUMBER, CALLBACK, "ring");
    }

    private String recording() {
        return recordings.start(UUID.randomUUID(), CLOCK.instant(), call().serverCallId());
    }

    private static boolean fits(AcsOperation operation, Exchange exchange) {
        var path = operation.path().replace("{id}", "[^/]+?");
        return exchange.request().matches(operation.method() + " " + path);
    }

    private static String table() {
        var table = new StringBuilder("""
                | request | operation | API version | definition | shown valid by |
                |---|---|---|---|---|
                """);
        SHOWN.forEach((operation, exchange) ->
                table.append("| `%s %s` | %s `%s` | %s | %s | `AcsOperationsTest`, %s |%n"
                        .formatted(
                                operation.method(),
                                operation.path(),
                                exchange.service(),
                                exchange.operation(),
                                exchange.version(),
                                exchange.source() == Definition.Source.MICROSOFT
                                        ? "Microsoft's own"
                                        : "rebuilt from Microsoft's client",
                                operation)));
        return table.toString();
    }
}
