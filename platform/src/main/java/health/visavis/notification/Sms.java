package health.visavis.notification;

/// A short message to one telephone number in E.164 form.
public record Sms(String to, String text) {

    @Override
    public String toString() {
        return "Sms[REDACTED]";
    }
}
