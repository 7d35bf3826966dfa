package health.visavis.web.live;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/// What waits to be sent to one page, sent by one thread at a time. A page that does not read is sent away
/// instead of filling our memory: it comes back and resumes.
final class Outbox {

    static final int LONGEST = 1_000;
    static final long LARGEST = 1024 * 1024;

    private final WebSocketSession session;
    private final Executor executor;
    private final Queue<WebSocketMessage<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong size = new AtomicLong();
    private volatile boolean closed;

    Outbox(WebSocketSession session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    void send(String json) {
        if (closed) {
            return;
        }
        if (count.get() >= LONGEST || size.get() + json.length() > LARGEST) {
            close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        size.addAndGet(json.length());
        add(new TextMessage(json));
    }

    /// Asks the browser for a sign of life: it answers by itself, also for a page that sleeps.
    void ping() {
        if (!closed) {
            add(new PingMessage());
        }
    }

    private void add(WebSocketMessage<?> message) {
        waiting.add(message);
        if (count.getAndIncrement() == 0) {
            executor.execute(this::empty);
        }
    }

    /// Also from within a send that hangs: the closing must not wait for it.
    void close(CloseStatus status) {
        if (closed) {
            return;
        }
        closed = true;
        executor.execute(() -> {
            try {
                session.close(status);
            } catch (IOException gone) {
                // It is closed, which is what was wanted.
            }
        });
    }

    private void empty() {
        do {
            var message = waiting.poll();
            if (message instanceof TextMessage text) {
                size.addAndGet(-text.getPayload().length());
            }
            if (message != null) {
                write(message);
            }
        } while (count.decrementAndGet() > 0);
    }

    private void write(WebSocketMessage<?> message) {
        if (closed) {
            return;
        }
        try {
            session.sendMessage(message);
        } catch (IOException | IllegalStateException gone) {
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }
}
