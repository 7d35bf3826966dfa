package health.visavis.local.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail or an SMS in the mailbox.
record Letter(
        UUID id,
        Kind kind,
        String recipient,
        String subject,
        String body,
        @Nullable File file,
        Instant sentAt) {

    enum Kind {
        MAIL,
        SMS
    }

    record File(String name, String type, String content) {}

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
