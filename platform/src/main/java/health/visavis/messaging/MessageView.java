package health.visavis.messaging;

import health.visavis.access.Role;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.PersonId;
import java.time.Instant;

/// A message in clear, for somebody who may read it.
///
/// @param sequence place in its thread, from 1
/// @param sentBySelf whether the viewer wrote it
public record MessageView(
        MessageId id,
        long sequence,
        PersonId sender,
        String senderName,
        Role senderRole,
        String text,
        Instant sentAt,
        boolean sentBySelf) {

    @Override
    public String toString() {
        return "MessageView[" + id + "]";
    }
}
