package health.visavis.local.mailbox;

import health.visavis.kernel.TimeOrderedId;
import health.visavis.notification.Sms;
import health.visavis.notification.SmsSender;
import java.time.Clock;
import java.util.Optional;

/// Delivers SMS to the mailbox page.
final class MailboxSmsSender implements SmsSender {

    private final LocalMailbox mailbox;
    private final Clock clock;

    MailboxSmsSender(LocalMailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public Optional<String> send(Sms sms) {
        mailbox.add(new Letter(TimeOrderedId.next(), Letter.Kind.SMS, sms.to(), "", sms.text(), null, clock.instant()));
        return Optional.empty();
    }
}
