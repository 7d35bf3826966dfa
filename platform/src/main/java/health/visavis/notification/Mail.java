package health.visavis.notification;

import org.jspecify.annotations.Nullable;

/// A plain text letter to one address.
public record Mail(
        String to, String subject, String text, @Nullable Attachment attachment) {

    public Mail(String to, String subject, String text) {
        this(to, subject, text, null);
    }

    @Override
    public String toString() {
        return "Mail[REDACTED]";
    }
}
