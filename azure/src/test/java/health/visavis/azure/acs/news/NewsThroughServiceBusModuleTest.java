package health.visavis.azure.acs.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTestApplication;
import health.visavis.TestDatabase;
import health.visavis.azure.acs.SimulatedAcs;
import health.visavis.azure.acs.news.NewsRound.Outcome;
import health.visavis.azure.acs.store.AcsNewsLog;
import health.visavis.azure.servicebus.ServiceBusQueue;
import health.visavis.kernel.VisitId;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.fault.Fault;
import health.visavis.simulator.news.SimulatedQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The way for a private cluster. The queue is a simulation; what is fetched is taken in as from the webhook.
@SpringBootTest(classes = PlatformTestApplication.class, properties = "visavis.visit.engines=direct,audio,telephone")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class NewsThroughServiceBusModuleTest {

    private static final AcsSimulator SIMULATOR = AcsSimulator.start(AcsSimulator.Ports.FREE, Clock.systemUTC());
    private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) throws IOException {
        SimulatedAcs.configure(registry, SIMULATOR);
        registry.add(
                "visavis.azure.servicebus.namespace", () -> SIMULATOR.queue().namespace());
        registry.add("visavis.azure.servicebus.queue", () -> SimulatedQueue.NAME);
        registry.add("visavis.azure.servicebus.waits", () -> "0s");
        registry.add("visavis.azure.servicebus.every", () -> "0s");
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Autowired
    private NewsRound round;

    @Autowired
    private AcsNewsLog log;

    @Autowired
    private JdbcClient jdbc;

    private final SimulatedQueue queue = SIMULATOR.queue();

    @BeforeEach
    void begin() {
        SIMULATOR.faults().clear();
        queue.clear();
        var everything = JdbcClient.create(TestDatabase.asSuperuser());
        everything.sql("DELETE FROM acs_news").update();
        everything.sql("DELETE FROM acs_unreadable_news").update();
    }

    @Test
    void theRecordOfACallIsTheSameInWhateverOrderAndHoweverOftenItsNewsComes() {
        var visit = VisitId.next();
        var seat = UUID.randomUUID();
        var room = "99" + System.nanoTime();
        var user = "8:acs:bc360ba8-d29b-4ef2-b698-769ebef85521_" + UUID.randomUUID();
        line(visit, room, seat, user);
        queue.comeInAnyOrder(7);
        for (var copies = 0; copies < 3; copies++) {
            put(event("began", "CallStarted", room, NOON, ""));
            put(event("came", "CallParticipantAdded", room, NOON.plusSeconds(5), user(user)));
            put(event("left", "CallParticipantRemoved", room, NOON.plusSeconds(1_200), user(user)));
            put(event("over", "CallEnded", room, NOON.plusSeconds(1_201), ",\"durationOfCall\":1201"));
        }

        fetchAll();

        assertThat(log.callsOf(visit))
                .containsExactly(new AcsNewsLog.CallRecord(
                        room,
                        NOON,
                        NOON.plusSeconds(1_201),
                        List.of(new AcsNewsLog.Presence(seat, NOON.plusSeconds(5), NOON.plusSeconds(1_200)))));
        assertThat(kept()).isEqualTo(4);
        assertThat(queue.waiting()).isEmpty();
    }

    @Test
    void whatIsKeptButNotCompletedComesBackAndIsKnown() {
        put(event("once", "CallStarted", "99000000000000001", NOON, ""));
        SIMULATOR.faults().once("DELETE .*", new Fault.Failed(500));

        assertThatThrownBy(round::make).isInstanceOf(ServiceBusQueue.Unavailable.class);
        assertThat(queue.waiting()).as("messages that are locked").hasSize(1);
        assertThat(round.make()).as("while the lock holds").isEqualTo(Outcome.NOTHING);
        queue.loseEveryLock();
        assertThat(round.make()).isEqualTo(Outcome.KEPT);

        assertThat(kept()).isEqualTo(1);
        assertThat(queue.waiting()).isEmpty();
    }

    @Test
    void aLockThatHasRunOutMeanwhileIsNoFailure() {
        put(event("late", "CallStarted", "99000000000000001", NOON, ""));
        SIMULATOR.faults().once("DELETE .*", new Fault.Failed(404));

        assertThat(round.make()).isEqualTo(Outcome.KEPT);
        queue.loseEveryLock();
        assertThat(round.make()).isEqualTo(Outcome.KEPT);

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aMessageThatCannotBeReadJoinsTheDeadLettersAndIsWrittenDownWithoutItsContent() {
        queue.put("poison", "{\"id\":\"María\"".getBytes(StandardCharsets.UTF_8));
        put(event("after", "CallStarted", "99000000000000001", NOON, ""));

        fetchAll();

        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.dead()).singleElement().satisfies(dead -> {
            assertThat(dead.id()).isEqualTo("poison");
            assertThat(dead.deliveries()).isEqualTo(SimulatedQueue.MOST_DELIVERIES);
        });
        assertThat(jdbc.sql("SELECT message_id || ' ' || deliveries FROM acs_unreadable_news")
                        .query(String.class)
                        .list())
                .containsExactly("poison " + SimulatedQueue.MOST_DELIVERIES);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aQueueThatRefusesLosesNothing() {
        put(event("kept", "CallStarted", "99000000000000001", NOON, ""));
        for (var fault : List.of(
                new Fault.Failed(503),
                new Fault.Failed(401),
                new Fault.Throttled(Duration.ofSeconds(9)),
                new Fault.CutBefore())) {
            SIMULATOR.faults().once("POST .*/messages/head", fault);
            assertThatThrownBy(round::make).isInstanceOf(ServiceBusQueue.Unavailable.class);
        }

        assertThat(round.make()).isEqualTo(Outcome.KEPT);
    }

    /// The answer was lost on its way: the message is locked for somebody who does not know.
    @Test
    void aMessageThatGotLostOnItsWayComesBack() {
        put(event("lost", "CallStarted", "99000000000000001", NOON, ""));
        SIMULATOR.faults().once("POST .*/messages/head", new Fault.CutAfter());

        assertThatThrownBy(round::make).isInstanceOf(ServiceBusQueue.Unavailable.class);
        queue.loseEveryLock();

        assertThat(round.make()).isEqualTo(Outcome.KEPT);
    }

    /// The same ones each time.
    @Test
    void aThousandMutatedMessagesAreKeptOrDeadInTheEnd() {
        var random = new Random(20261126);
        var samples = NewsReaderTest.samples().toList();
        for (var number = 0; number < 1_000; number++) {
            var sample = NewsReaderTest.bytes(samples.get(random.nextInt(samples.size())));
            queue.put("m" + number, NewsReaderTest.mutated(sample, random));
            var outcome = round.make();
            assertThat(outcome).isIn(Outcome.KEPT, Outcome.UNREADABLE);
            if (outcome == Outcome.UNREADABLE) {
                queue.clear();
            }
        }
        assertThat(queue.waiting()).isEmpty();
    }

    private void fetchAll() {
        while (round.make() != Outcome.NOTHING) {
            assertThat(kept()).isLessThanOrEqualTo(4);
        }
    }

    private void put(String event) {
        queue.put(event.getBytes(StandardCharsets.UTF_8));
    }

    private int kept() {
        return jdbc.sql("SELECT count(*) FROM acs_news").query(Integer.class).single();
    }

    private void line(VisitId visit, String room, UUID seat, String user) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO acs_room (id, engine, visit_id, rung, first_sent_at, valid_until, room_id)
                        VALUES (?, 'acs', ?, 1, now(), now(), ?)
                        """).params(id, visit.value(), room).update();
        jdbc.sql("INSERT INTO acs_user (id, room, seat_id, asked_at, acs_id) VALUES (?, ?, ?, now(), ?)")
                .params(UUID.randomUUID(), id, seat, user)
                .update();
    }

    private static String user(String user) {
        return ",\"user\":{\"communicationUser\":{\"id\":\"%s\"}}".formatted(user);
    }

    private static String event(String id, String kind, String room, Instant at, String more) {
        return """
                {"id":"%s","source":"s","type":"Microsoft.Communication.%s","time":"%s","specversion":"1.0",\
                "data":{"room":{"id":"%s"}%s}}""".formatted(id, kind, at, room, more);
    }
}
