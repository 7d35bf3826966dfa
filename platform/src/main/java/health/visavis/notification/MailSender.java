package health.visavis.notification;

/// Hands a mail to whatever carries it. Returns once it is accepted for delivery; throws when it was not, and the
/// caller tries again later.
public interface MailSender {

    void send(Mail mail);
}
