package health.visavis.messaging;

import health.visavis.files.FileRefusal;
import health.visavis.kernel.MessageId;
import java.time.Instant;

/// What came of sending a file.
public sealed interface FileOutcome {

    /// File and message are stored, now or since they were first sent.
    record Stored(MessageId message, long sequence, Instant sentAt) implements FileOutcome {}

    record Refused(FileRefusal why) implements FileOutcome {}

    /// The clinician of this conversation no longer treats the patient: nobody would answer.
    record CareOver() implements FileOutcome {}

    /// What was kept about this patient was destroyed for good, and nothing more is kept.
    record ContentGone() implements FileOutcome {}

    record TextTooLong(int longest) implements FileOutcome {}
}
