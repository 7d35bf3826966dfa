package health.visavis.notification;

import java.util.Optional;

/// Hands a text message to whatever carries it. Returns once it is accepted for delivery; throws when it was not.
public interface SmsSender {

    /// @return what the carrier calls it when it reports what became of it; empty when it does not report
    Optional<String> send(Sms sms);
}
