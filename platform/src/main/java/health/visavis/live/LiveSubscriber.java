package health.visavis.live;

/// Receives a topic's events one at a time, each once, in order. Must not block: whoever sends over a network
/// keeps a bounded queue.
public interface LiveSubscriber {

    void on(LiveEvent event);

    /// The subscription stands; the events that follow come after `sequence`.
    default void begins(Topic topic, long sequence) {}

    /// The events up to `sequence` are no longer kept: what the subscriber shows must be drawn anew.
    default void gap(Topic topic, long sequence) {}
}
