package health.visavis.recording;

import java.time.Duration;

/// @param allowed whether this clinic records at all
/// @param retention how long a recording is kept after it stopped
/// @param partAtMost bytes of one part
public record RecordingSettings(boolean allowed, Duration retention, int partAtMost) {

    public RecordingSettings {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("visavis.recording.retention must be positive");
        }
        if (partAtMost < 1) {
            throw new IllegalArgumentException("visavis.recording.part-at-most must be positive");
        }
    }
}
