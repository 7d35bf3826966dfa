package health.visavis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTest;
import health.visavis.PlatformTestApplication;
import health.visavis.TestDatabase;
import health.visavis.kernel.Requirement;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class LiveEventsModuleTest {

    private static ConfigurableApplicationContext otherInstance;

    @Autowired
    LiveEvents live;

    @Autowired
    TransactionTemplate transaction;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final Topic topic = Topic.thread(UUID.randomUUID());
    private final RecordingSubscriber here = new RecordingSubscriber();
    private final RecordingSubscriber there = new RecordingSubscriber();

    @BeforeAll
    static void startAnotherInstance() {
        otherInstance = new SpringApplicationBuilder(PlatformTestApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(new TestDatabase.Initializer())
                .run();
    }

    @AfterAll
    static void stopTheOtherInstance() {
        otherInstance.close();
    }

    @Test
    void outsideATransactionNothingIsPublished() {
        assertThatThrownBy(() -> live.publish(topic, "message", UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackNeverHappened() {
        publish(topic);
        transaction.executeWithoutResult(status -> {
            live.publish(topic, "message", UUID.randomUUID());
            status.setRollbackOnly();
        });
        publish(topic);

        assertThat(live.since(topic, 0, 10)).extracting(LiveEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void severalEventsOfOneTransactionKeepTheirOrder() {
        transaction.executeWithoutResult(open -> {
            live.publish(topic, "first", UUID.randomUUID());
            live.publish(topic, "second", UUID.randomUUID());
            live.publish(topic, "third", UUID.randomUUID());
        });

        assertThat(live.since(topic, 0, 10)).extracting(LiveEvent::kind).containsExactly("first", "second", "third");
        assertThat(live.latest(topic)).isEqualTo(3);
    }

    @Test
    @Requirement("APP-20")
    void twoInstancesDeliverTheSameEventsOnceAndInOrderUnderParallelPublishers() throws Exception {
        live.subscribe(topic, 0, here);
        onTheOtherInstance().subscribe(topic, 0, there);

        var other = Topic.person(UUID.randomUUID());
        try (var publishers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var publisher = 0; publisher < 20; publisher++) {
                var even = publisher % 2 == 0;
                running.add(publishers.submit(() -> {
                    for (var i = 0; i < 10; i++) {
                        // Both orders of topics: whoever locked them as they come would deadlock.
                        publish(even ? topic : other, even ? other : topic);
                    }
                }));
            }
            finish(running);
        }

        var everything = LongStream.rangeClosed(1, 200).boxed().toList();
        await().untilAsserted(() -> assertThat(here.sequences()).isEqualTo(everything));
        await().untilAsserted(() -> assertThat(there.sequences()).isEqualTo(everything));
    }

    @Test
    void aSubscriberResumesAfterTheLastEventItSaw() {
        publish(topic);
        publish(topic);
        publish(topic);

        live.subscribe(topic, 1, here);
        await().untilAsserted(() -> assertThat(here.sequences()).containsExactly(2L, 3L));

        publish(topic);
        await().untilAsserted(() -> assertThat(here.sequences()).containsExactly(2L, 3L, 4L));
    }

    @Test
    void aSubscriberFromNowOnSeesNothingOld() {
        publish(topic);
        live.subscribe(topic, LiveEvents.FROM_NOW, here);
        await().until(here::hasBegun);

        publish(topic);

        await().untilAsserted(() -> assertThat(here.sequences()).containsExactly(2L));
    }

    @Test
    void aClosedSubscriptionIsSilent() {
        var subscription = live.subscribe(topic, 0, here);
        await().until(here::hasBegun);
        live.subscribe(topic, 0, there);
        subscription.close();

        publish(topic);

        await().untilAsserted(() -> assertThat(there.sequences()).containsExactly(1L));
        assertThat(here.events()).isEmpty();
    }

    @Test
    @Requirement("APP-20")
    void aListenerThatLostItsConnectionMissesNothing() {
        onTheOtherInstance().subscribe(topic, 0, there);
        await().until(there::hasBegun);
        publish(topic);
        await().untilAsserted(() -> assertThat(there.sequences()).containsExactly(1L));

        for (var i = 0; i < 10; i++) {
            cutEveryListener();
            publish(topic);
        }

        await().untilAsserted(() -> assertThat(there.sequences())
                .isEqualTo(LongStream.rangeClosed(1, 11).boxed().toList()));
    }

    @Test
    void aSubscriberIsToldWhatIsNoLongerKept() {
        publish(topic);
        publish(topic);
        publish(topic);
        database.update("DELETE FROM live_event WHERE topic = ? AND sequence < 3", topic.toString());

        live.subscribe(topic, 0, here);

        await().untilAsserted(() -> assertThat(here.sequences()).containsExactly(3L));
        assertThat(here.gaps()).containsExactly(2L);
    }

    @Test
    void aSubscriberAheadOfTheTopicIsToldToStartAnew() {
        publish(topic);

        live.subscribe(topic, 40, here);

        await().untilAsserted(() -> assertThat(here.gaps()).containsExactly(1L));
        publish(topic);
        await().untilAsserted(() -> assertThat(here.sequences()).containsExactly(2L));
    }

    private void publish(Topic... topics) {
        transaction.executeWithoutResult(open -> {
            for (var each : topics) {
                live.publish(each, "message", UUID.randomUUID());
            }
        });
    }

    private LiveEvents onTheOtherInstance() {
        return otherInstance.getBean(LiveEvents.class);
    }

    private void cutEveryListener() {
        database.queryForList(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'visavis-live'");
    }

    private static void finish(Iterable<Future<?>> running) throws InterruptedException, ExecutionException {
        for (var each : running) {
            each.get();
        }
    }
}
