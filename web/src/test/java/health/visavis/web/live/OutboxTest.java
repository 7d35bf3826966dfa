package health.visavis.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

class OutboxTest {

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<CloseStatus> closed = new CopyOnWriteArrayList<>();
    private final CountDownLatch reads = new CountDownLatch(1);
    private final Outbox outbox = new Outbox(page(), task -> Thread.ofVirtual().start(task));

    @Test
    void keepsTheOrderFromOneSender() {
        reads.countDown();

        IntStream.range(0, 500).forEach(number -> outbox.send(Integer.toString(number)));

        await().until(() -> written.size() == 500);
        assertThat(written)
                .isEqualTo(IntStream.range(0, 500).mapToObj(Integer::toString).toList());
    }

    @Test
    void aPageThatDoesNotReadIsSentAwayToComeBackLater() {
        IntStream.rangeClosed(0, Outbox.LONGEST).forEach(number -> outbox.send("message"));

        await().until(() -> !closed.isEmpty());
        assertThat(closed).containsExactly(CloseStatus.SERVICE_OVERLOAD);
        assertThat(CloseStatus.SERVICE_OVERLOAD.getCode()).isEqualTo(1013);
    }

    @Test
    void soIsOneThatIsSentTooManyBytes() {
        var large = "x".repeat(60_000);

        IntStream.range(0, 20).forEach(number -> outbox.send(large));

        await().until(() -> !closed.isEmpty());
    }

    @Test
    void nothingIsSentAfterClosing() {
        reads.countDown();
        outbox.close(CloseStatus.GOING_AWAY);

        outbox.send("late");

        await().until(() -> !closed.isEmpty());
        assertThat(written).isEmpty();
    }

    /// A page that reads once the latch is open.
    private WebSocketSession page() {
        return (WebSocketSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "sendMessage" -> {
                            reads.await();
                            written.add(((TextMessage) arguments[0]).getPayload());
                        }
                        case "close" -> closed.add((CloseStatus) arguments[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }
}
