package health.visavis.web.audit;

import health.visavis.insight.AuditEntry;
import health.visavis.insight.ReportAccess.UnusualReport;
import health.visavis.insight.Unusual;
import health.visavis.insight.UnusualAccess;
import health.visavis.web.layout.Shell;
import java.util.List;

/// @param filter with the days that are meant
public record UnusualView(UnusualReport report, AccessFilter filter) {

    /// Each reason in a sentence, always in the same order.
    public static List<String> sentences(Shell shell, UnusualAccess access) {
        return reasons(access).stream()
                .map(reason -> shell.t("audit.unusual." + reason))
                .toList();
    }

    static List<Unusual> reasons(UnusualAccess access) {
        return access.reasons().stream().sorted().toList();
    }

    public static String actor(Shell shell, AuditEntry entry) {
        return entry.actorName() == null ? shell.t("audit.stranger") : entry.actorName();
    }

    public static String patient(Shell shell, AuditEntry entry) {
        return AccessesView.name(shell, entry.patientName());
    }
}
