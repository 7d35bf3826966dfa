package health.visavis.notification;

import java.util.Optional;

/// Hands a mail to whatever carries it. Returns once it is accepted for delivery; throws when it was not, and the
/// caller tries again later.
public interface MailSender {

    /// @return what the carrier calls it when it reports what became of it; empty when it does not report
    Optional<String> send(Mail mail);
}
