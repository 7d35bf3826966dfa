package health.visavis.local.mailbox;

import health.visavis.kernel.TimeOrderedId;
import health.visavis.notification.Mail;
import health.visavis.notification.MailSender;
import java.time.Clock;
import java.util.Optional;

/// Delivers mail to the mailbox page.
final class MailboxMailSender implements MailSender {

    private final LocalMailbox mailbox;
    private final Clock clock;

    MailboxMailSender(LocalMailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public Optional<String> send(Mail mail) {
        var attached = mail.attachment();
        var file = attached == null
                ? null
                : new Letter.File(attached.fileName(), attached.mediaType(), attached.content());
        mailbox.add(new Letter(
                TimeOrderedId.next(), Letter.Kind.MAIL, mail.to(), mail.subject(), mail.text(), file, clock.instant()));
        return Optional.empty();
    }
}
