package health.visavis.web.audit;

import health.visavis.insight.OwnEntry;
import health.visavis.insight.ReadOwnTrail;
import health.visavis.insight.ReadOwnTrail.Opened;
import health.visavis.insight.ReadOwnTrail.OwnPage;
import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param emergencies who has opened the record in an emergency
/// @param own whether the patient's own acts are shown too
/// @param older address of the next page, or null on the last
public record OwnTrailView(
        List<OwnEntry> entries,
        List<Opened> emergencies,
        boolean own,
        @Nullable String older) {

    /// Acts whose usual words speak of a patient: this one reads of themselves.
    private static final Set<String> ABOUT_PATIENT = Set.of(
            "register-patient",
            "prepare-appointment",
            "record-no-show",
            "admit-patient",
            "return-to-waiting",
            "call-patient",
            "confirm-place",
            "invite-proxy",
            "register-proxy",
            "agree-to-proxy",
            "list-proxies",
            "begin-acting",
            "give-back-proxy",
            "welcome-proxy");

    static OwnTrailView of(OwnPage page, boolean own) {
        var entries = page.entries();
        var older = entries.size() < ReadOwnTrail.PAGE || entries.getLast().number() == 1
                ? null
                : OwnTrailController.PATH + "?before=" + entries.getLast().number() + (own ? "&own=true" : "");
        return new OwnTrailView(entries, page.emergencies(), own, older);
    }

    /// Key of the words for who it was, where there is no name.
    public static String unnamed(OwnEntry entry) {
        return entry.byProcess() ? "audit.own.process" : entry.byGuest() ? "audit.own.guest" : "audit.own.nobody";
    }

    /// Who has opened the record in an emergency, and why, in a sentence.
    public static String emergency(Shell shell, Opened opened) {
        var access = opened.access();
        return shell.t(
                "audit.own.emergency",
                opened.staffName() == null ? shell.t("audit.own.nobody") : opened.staffName(),
                shell.t("breakglass.reason." + access.reason()));
    }

    /// From when to when, in a sentence.
    public static String emergencyTime(Shell shell, Opened opened) {
        var access = opened.access();
        return shell.t(
                "audit.own.emergencyTime",
                shell.shortDate(access.openedAt()),
                shell.clock(access.openedAt()),
                shell.clock(access.over()));
    }

    /// Key of the words for an act, as said to the patient it was about.
    public static String act(String action) {
        return (ABOUT_PATIENT.contains(action) ? "audit.own.action." : "audit.action.") + action;
    }

    /// Key of the words for why it was allowed or refused, as said to the patient.
    public static String reason(OwnEntry entry) {
        return switch (entry.event().reason()) {
            case "own", "any" ->
                entry.byOneself()
                        ? "audit.own.reason.oneself"
                        : entry.actingAs() != null
                                ? "audit.own.reason.proxy"
                                : "audit.own.reason." + entry.event().reason();
            case "proxy", "proxy-ended", "proxy-not-for-this" ->
                "audit.own.reason." + entry.event().reason();
            default -> "audit.reason." + entry.event().reason();
        };
    }
}
