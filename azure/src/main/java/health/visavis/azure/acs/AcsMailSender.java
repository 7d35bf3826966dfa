package health.visavis.azure.acs;

import health.visavis.notification.Attachment;
import health.visavis.notification.Mail;
import health.visavis.notification.MailSender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// Mail, without the tracking of who reads it. The service accepts first and decides later, so what it decides at
/// once is waited for, and no longer: a delivery report follows in any case.
final class AcsMailSender implements MailSender {

    private static final int LOOKS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final AcsChannel channel;
    private final String from;

    AcsMailSender(AcsChannel channel, String from) {
        this.channel = channel;
        this.from = from;
    }

    /// Its operation's id is the message id of the reports.
    @Override
    public Optional<String> send(Mail mail) {
        // The id makes a repetition the same mail, not a second one.
        var id = UUID.randomUUID().toString();
        var status = channel.send(new AcsRequest(AcsOperation.SEND_MAIL)
                        .header("Operation-Id", id)
                        .with(message(mail)))
                .text("status");
        for (var look = 0; look < LOOKS && isUndecided(status); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            status = channel.send(new AcsRequest(AcsOperation.MAIL_STATUS).about(id))
                    .text("status");
        }
        if (!isUndecided(status) && !status.equals("Succeeded")) {
            throw AcsProblem.unreadable(AcsOperation.MAIL_STATUS);
        }
        return Optional.of(id);
    }

    private static boolean isUndecided(String status) {
        return status.equals("NotStarted") || status.equals("Running");
    }

    private Map<String, Object> message(Mail mail) {
        var message = new LinkedHashMap<String, Object>();
        message.put("senderAddress", from);
        message.put("content", Map.of("subject", mail.subject(), "plainText", mail.text()));
        message.put("recipients", Map.of("to", List.of(Map.of("address", mail.to()))));
        message.put("userEngagementTrackingDisabled", true);
        var attachment = mail.attachment();
        if (attachment != null) {
            message.put("attachments", List.of(attached(attachment)));
        }
        return message;
    }

    private static Map<String, Object> attached(Attachment attachment) {
        return Map.of(
                "name", attachment.fileName(),
                "contentType", attachment.mediaType(),
                "contentInBase64",
                        Base64.getEncoder().encodeToString(attachment.content().getBytes(StandardCharsets.UTF_8)));
    }
}
