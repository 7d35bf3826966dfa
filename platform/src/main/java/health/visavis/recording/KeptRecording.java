package health.visavis.recording;

import health.visavis.kernel.RecordingId;
import java.time.Instant;
import java.util.List;

/// A recording that can be played.
///
/// @param segments numbers of what plays in one go: a recorder that had to begin anew began another one
public record KeptRecording(
        RecordingId id, Instant startedAt, Instant stoppedAt, Instant keptUntil, List<Integer> segments) {

    public KeptRecording {
        segments = List.copyOf(segments);
    }
}
