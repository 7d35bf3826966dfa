package health.visavis.proof.bench;

import java.util.function.Consumer;

/// Pairs of people who write to each other through one server.
interface ChatSide extends AutoCloseable {

    /// Sends from the first to the second of a pair. The number tells messages of a pair apart.
    void send(int pair, int number);

    /// Tells, from any thread, of each message that the second of a pair received.
    void onDelivered(Consumer<Delivered> listener);

    record Delivered(int pair, int number) {}

    @Override
    void close();
}
