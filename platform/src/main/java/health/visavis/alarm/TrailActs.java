package health.visavis.alarm;

import java.util.Set;

/// Codes on the trail from which alarms are derived. The modules that own these acts lie above this one; a test holds
/// the codes to them.
public final class TrailActs {

    public static final String SIGN_IN = "sign-in";

    /// Where somebody gets in by something secret.
    public static final Set<String> ENTRANCES = Set.of(SIGN_IN, "accept-invitation");

    /// One patient's data, opened.
    public static final Set<String> READING =
            Set.of("read-chart", "read-messages", "read-file", "read-recording", "read-visit-quality");

    /// Many patients' data, a little of each.
    public static final Set<String> LISTING =
            Set.of("list-patients", "list-threads", "read-agenda", "see-waiting-room", "search-audit");

    public static final String ADMIN = "ADMIN";

    private TrailActs() {}
}
