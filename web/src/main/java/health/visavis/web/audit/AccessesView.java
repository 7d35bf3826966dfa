package health.visavis.web.audit;

import health.visavis.insight.AccessLine;
import health.visavis.insight.ReportAccess.Report;
import health.visavis.web.layout.Shell;
import org.jspecify.annotations.Nullable;

/// @param filter with the days that are meant
public record AccessesView(Report report, AccessFilter filter) {

    public static String actor(Shell shell, AccessLine line) {
        return line.actorName() == null ? shell.t(line.byGuest() ? "audit.guest" : "audit.stranger") : line.actorName();
    }

    public static String patient(Shell shell, AccessLine line) {
        return name(shell, line.patientName());
    }

    public static String times(Shell shell, AccessLine line) {
        var accesses = line.accesses();
        return accesses.refused() == 0
                ? shell.number(accesses.times())
                : shell.t("audit.accesses.refused", accesses.times(), accesses.refused());
    }

    static String name(Shell shell, @Nullable String name) {
        return name == null ? shell.t("audit.unnamed") : name;
    }
}
