package health.visavis.web.messaging;

import health.visavis.access.Role;
import health.visavis.messaging.MessageView;
import java.time.Instant;

/// A message as the chat island receives it.
record MessageData(long seq, String senderName, Role senderRole, String text, Instant at, boolean own) {

    static MessageData of(MessageView message) {
        return new MessageData(
                message.sequence(),
                message.senderName(),
                message.senderRole(),
                message.text(),
                message.sentAt(),
                message.sentBySelf());
    }

    @Override
    public String toString() {
        return "MessageData[" + seq + "]";
    }
}
