package health.visavis.alarm;

import java.util.Locale;

/// The catalogue of alarms. Metric, log event, rule in Azure (`deploy/azure/monitor/alarms.json`), runbook and page
/// take the name from here; tests hold them to it.
public enum AlarmKind {
    /// Sign-ins or invitations are refused again and again: for one person, or from one address.
    BRUTE_FORCE(Severity.HIGH),
    /// Somebody became an administrator, or came as one for the first time.
    NEW_ADMIN(Severity.HIGH),
    /// One person opened, or was shown, the data of far more patients than care asks for.
    BULK_READING(Severity.HIGH),
    /// The trail or its log is not as it was written.
    AUDIT_VERIFICATION_FAILURE(Severity.CRITICAL),
    /// One person signed in at two places that nobody gets between in that time.
    IMPOSSIBLE_TRAVEL(Severity.MEDIUM),
    /// Somebody tried to delete a key.
    KEY_DELETION_ATTEMPT(Severity.CRITICAL),
    /// Somebody opened a record past the rules, in an emergency.
    BREAK_GLASS(Severity.HIGH),
    /// Somebody got in by a code on paper.
    SEALED_CODE(Severity.CRITICAL);

    /// As Azure Monitor counts: 0 wakes people at night, 1 is for within the hour, 2 for the morning.
    public enum Severity {
        CRITICAL(0),
        HIGH(1),
        MEDIUM(2);

        private final int level;

        Severity(int level) {
            this.level = level;
        }

        public int level() {
            return level;
        }
    }

    /// Counts alarms, with the tag `kind`.
    public static final String METRIC = "visavis.alarm";

    private final Severity severity;

    AlarmKind(Severity severity) {
        this.severity = severity;
    }

    /// One sentence for whoever is woken; the page has its own, in the reader's language.
    public String meaning() {
        return switch (this) {
            case BRUTE_FORCE -> "Sign-ins or invitations were refused again and again.";
            case NEW_ADMIN -> "Somebody became an administrator.";
            case BULK_READING -> "One person read the data of far more patients than care asks for.";
            case AUDIT_VERIFICATION_FAILURE -> "The audit trail is not as it was written.";
            case IMPOSSIBLE_TRAVEL -> "One person signed in at two places that nobody gets between in that time.";
            case KEY_DELETION_ATTEMPT -> "Somebody tried to delete a key.";
            case BREAK_GLASS -> "Somebody opened a record past the rules, in an emergency.";
            case SEALED_CODE -> "Somebody came in by a sealed code, without signing in.";
        };
    }

    public Severity severity() {
        return severity;
    }

    /// Such as `brute-force`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The name of the log event, such as `alarm.brute-force`.
    public String event() {
        return "alarm." + code();
    }
}
