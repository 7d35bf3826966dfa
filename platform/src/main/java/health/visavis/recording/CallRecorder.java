package health.visavis.recording;

import health.visavis.kernel.RecordingId;
import health.visavis.visit.EngineName;
import health.visavis.visit.Line;

/// Who makes the recording of a call. Whether there may be one is decided here ([Recorder]), by the consent of
/// everyone; a recorder is only told where it stands. It may be told the same twice, by two instances at once: the last
/// word counts, and what stands already stays as it is.
///
/// What it has made it hands in at the [RecordingDesk], and keeps nothing of it afterwards.
///
/// Never called in a transaction. Every method may throw: it is told again within seconds.
public interface CallRecorder {

    /// Whether the lines of that engine are its to record.
    boolean records(EngineName engine);

    /// Everybody in the call has consented: this line is recorded, and no other for this recording.
    void run(RecordingId recording, Line line);

    /// Nothing is recorded until the next run. Quiet for what it has not begun.
    void pause(RecordingId recording);

    /// It is over. Quiet for what it has not begun.
    void stop(RecordingId recording);
}
