package health.visavis.recording;

import health.visavis.kernel.RecordingId;

/// Parts of a recording are missing or not its own.
public class RecordingDamaged extends RuntimeException {

    RecordingDamaged(RecordingId id) {
        super("recording " + id + " is not whole");
    }
}
