package health.visavis.web.messaging;

import health.visavis.access.Role;
import health.visavis.files.FileDetails;
import health.visavis.files.FileKind;
import health.visavis.kernel.MessageId;
import health.visavis.messaging.MessageView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as the chat island receives it.
record MessageData(
        long seq,
        String senderName,
        Role senderRole,
        String text,
        Instant at,
        boolean own,
        boolean byProxy,
        @Nullable FileData file) {

    /// What was sent with it; the page makes the addresses from the id of its message.
    record FileData(UUID message, String name, FileKind kind, long size, boolean picture, int width, int height) {

        @Override
        public String toString() {
            return "FileData[" + message + "]";
        }
    }

    static MessageData of(MessageView message) {
        return new MessageData(
                message.sequence(),
                message.senderName(),
                message.senderRole(),
                message.text(),
                message.sentAt(),
                message.sentBySelf(),
                message.byProxy(),
                message.file() == null ? null : file(message.id(), message.file()));
    }

    private static FileData file(MessageId message, FileDetails file) {
        return new FileData(
                message.value(),
                file.name(),
                file.kind(),
                file.size(),
                file.kind().isPicture(),
                file.width(),
                file.height());
    }

    @Override
    public String toString() {
        return "MessageData[" + seq + "]";
    }
}
