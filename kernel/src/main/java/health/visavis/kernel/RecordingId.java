package health.visavis.kernel;

import java.util.UUID;

/// One recording of a visit.
public record RecordingId(UUID value) {

    public static RecordingId next() {
        return new RecordingId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
