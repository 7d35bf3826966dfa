package health.visavis.notification;

/// What a letter says. Its texts are `<text>.subject`, `<text>.mail` and, where there is an SMS, `<text>.sms`.
public enum LetterKind {
    REQUEST_RECEIVED("request-received", "/appointments/"),
    ANSWER_WANTED("answer-wanted", "/appointments/"),
    CONFIRMED("confirmed", "/appointments/"),
    DECLINED("declined", "/appointments/"),
    CANCELLED("cancelled", "/appointments/"),
    MOVED("moved", "/appointments/"),
    MOVE_REQUESTED("move-requested", "/appointments/"),
    REMINDER_DAY("reminder-day", "/visits/"),
    REMINDER_HOUR("reminder-hour", "/visits/"),
    NEW_MESSAGE("new-message", "/messages/"),
    NEW_DEVICE("new-device", "/settings/sessions");

    private final String text;
    private final String path;

    LetterKind(String text, String path) {
        this.text = text;
        this.path = path;
    }

    String text() {
        return text;
    }

    /// Where the letter's link leads, for the id it is about.
    String path(String id) {
        return switch (this) {
            case REMINDER_DAY, REMINDER_HOUR -> path + id + "/device-check";
            case NEW_DEVICE -> path;
            default -> path + id;
        };
    }

    boolean isReminder() {
        return this == REMINDER_DAY || this == REMINDER_HOUR;
    }
}
