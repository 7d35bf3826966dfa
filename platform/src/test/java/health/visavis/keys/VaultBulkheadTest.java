package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.keys.KeyVaultAway.Reason;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class VaultBulkheadTest {

    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final VaultBulkhead bulkhead = new VaultBulkhead(() -> now);

    private int asked;

    @Test
    void whoComesWhileOthersHangIsTurnedAwayAndTheRestGetsItsAnswer() throws Exception {
        var hanging = new CountDownLatch(VaultBulkhead.AT_ONCE);
        var answers = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = IntStream.range(0, VaultBulkhead.AT_ONCE)
                    .mapToObj(number -> people.submit(() -> bulkhead.ask(() -> {
                        hanging.countDown();
                        awaited(answers);
                        return number;
                    })))
                    .toList();
            hanging.await();

            assertAway(Reason.BUSY, this::answer);
            answers.countDown();

            assertThat(first).extracting(Future::get).containsExactly(0, 1, 2, 3, 4, 5);
        }
        assertThat(bulkhead.ask(this::answer)).isEqualTo(1);
    }

    @Test
    void onceAwayItIsAskedByOneAfterEachPause() {
        assertAway(Reason.FAILED, this::away);
        assertAway(Reason.UNREACHABLE, this::answer);
        assertThat(asked).isEqualTo(1);

        now = now.plus(VaultBulkhead.PAUSE);
        assertAway(Reason.FAILED, this::away);
        assertAway(Reason.UNREACHABLE, this::answer);
        assertThat(asked).isEqualTo(2);

        now = now.plus(VaultBulkhead.PAUSE);
        assertThat(bulkhead.ask(this::answer)).isEqualTo(3);
        assertThat(bulkhead.ask(this::answer)).isEqualTo(4);
    }

    @Test
    void whileOneFindsOutNobodyElseAsks() {
        assertAway(Reason.FAILED, this::away);
        now = now.plus(VaultBulkhead.PAUSE);

        bulkhead.ask(() -> {
            assertAway(Reason.UNREACHABLE, this::answer);
            return 0;
        });

        assertThat(bulkhead.ask(this::answer)).isEqualTo(2);
    }

    @Test
    void aKeyThatIsGoneIsAnAnswer() {
        assertAway(Reason.FAILED, this::away);
        now = now.plus(VaultBulkhead.PAUSE);

        assertThatThrownBy(() -> bulkhead.ask(() -> {
                    throw new KeyUnavailable("patients", "gone");
                }))
                .isInstanceOf(KeyUnavailable.class);

        assertThat(bulkhead.ask(this::answer)).isEqualTo(2);
    }

    private int answer() {
        return ++asked;
    }

    private int away() {
        asked++;
        throw new KeyVaultAway(Reason.FAILED, "answered 500");
    }

    private void assertAway(Reason reason, Supplier<Integer> question) {
        assertThatThrownBy(() -> bulkhead.ask(question))
                .asInstanceOf(InstanceOfAssertFactories.type(KeyVaultAway.class))
                .extracting(KeyVaultAway::reason)
                .isEqualTo(reason);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
