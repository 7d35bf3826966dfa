package health.visavis.messaging;

import health.visavis.kernel.MessageId;
import java.time.Instant;

/// What came of sending a message.
public sealed interface SendOutcome {

    /// It is on disk, now or since it was first sent.
    record Stored(MessageId message, long sequence, Instant sentAt) implements SendOutcome {}

    /// The clinician of this conversation no longer treats the patient: nobody would answer.
    record CareOver() implements SendOutcome {}

    /// What was kept about this patient was destroyed for good, and nothing more is kept.
    record ContentGone() implements SendOutcome {}

    record Empty() implements SendOutcome {}

    record TooLong(int longest) implements SendOutcome {}
}
