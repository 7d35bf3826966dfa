package health.visavis.notification;

/// Hands a text message to whatever carries it. Returns once it is accepted for delivery; throws when it was not.
public interface SmsSender {

    void send(Sms sms);
}
