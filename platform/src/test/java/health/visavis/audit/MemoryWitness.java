package health.visavis.audit;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Keeps everything for as long as the test runs.
public final class MemoryWitness implements CheckpointWitness {

    private final NavigableMap<String, byte[]> kept = new TreeMap<>();
    private boolean away;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized void put(String name, byte[] content) {
        answer();
        if (!name.matches("[a-z0-9.-]+") || name.startsWith(".")) {
            throw new IllegalArgumentException("not a name");
        }
        var before = kept.putIfAbsent(name, content.clone());
        if (before != null && !Arrays.equals(before, content)) {
            throw new WitnessDisagrees(name(), name);
        }
    }

    @Override
    public synchronized Optional<byte[]> get(String name) {
        answer();
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public synchronized List<String> names() {
        answer();
        return List.copyOf(kept.keySet());
    }

    MemoryWitness copy() {
        var copy = new MemoryWitness();
        copy.kept.putAll(kept);
        return copy;
    }

    void goAway(boolean gone) {
        away = gone;
    }

    /// What somebody with access to its disk could do.
    void change(String name, byte[] content) {
        kept.put(name, content);
    }

    void remove(String name) {
        kept.remove(name);
    }

    private void answer() {
        if (away) {
            throw new WitnessAway("not here");
        }
    }
}
