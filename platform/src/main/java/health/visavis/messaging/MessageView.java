package health.visavis.messaging;

import health.visavis.access.Role;
import health.visavis.files.FileDetails;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message in clear, for somebody who may read it.
///
/// @param sequence place in its thread, from 1
/// @param sentBySelf whether the viewer wrote it
/// @param byProxy whether somebody who acts for the patient wrote it
/// @param file what was sent with it
public record MessageView(
        MessageId id,
        long sequence,
        PersonId sender,
        String senderName,
        Role senderRole,
        String text,
        Instant sentAt,
        boolean sentBySelf,
        boolean byProxy,
        @Nullable FileDetails file) {

    @Override
    public String toString() {
        return "MessageView[" + id + "]";
    }
}
