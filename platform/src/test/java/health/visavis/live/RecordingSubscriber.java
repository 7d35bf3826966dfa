package health.visavis.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what it received.
public final class RecordingSubscriber implements LiveSubscriber {

    private final List<LiveEvent> events = new CopyOnWriteArrayList<>();
    private final List<Long> gaps = new CopyOnWriteArrayList<>();
    private volatile long begunAt = -1;

    @Override
    public void begins(Topic topic, long sequence) {
        begunAt = sequence;
    }

    @Override
    public void on(LiveEvent event) {
        events.add(event);
    }

    @Override
    public void gap(Topic topic, long sequence) {
        gaps.add(sequence);
    }

    public boolean hasBegun() {
        return begunAt >= 0;
    }

    public List<LiveEvent> events() {
        return events;
    }

    public List<Long> sequences() {
        return events.stream().map(LiveEvent::sequence).toList();
    }

    public List<Long> gaps() {
        return gaps;
    }
}
