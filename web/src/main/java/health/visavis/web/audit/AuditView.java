package health.visavis.web.audit;

import health.visavis.insight.AuditEntry;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param filter what was asked for
/// @param actions every act there is, for the select
/// @param older address of the next page, or null on the last
public record AuditView(
        List<AuditEntry> entries,
        AuditFilter filter,
        List<Choice> actions,
        List<Choice> outcomes,
        @Nullable String older) {

    private static final Set<String> PROCESSES = Set.of(
            "audit-pruning",
            "call-list",
            "demo-import",
            "import",
            "local-accounts",
            "recorder",
            "recording-retention",
            "telephone",
            "visit");

    /// What a process is called. It has a name, `process:call-list`, where others have an address.
    public static String process(Shell shell, AuditEntry entry) {
        var name = entry.event().address().replaceFirst("^process:", "");
        var known = name.replace(' ', '-');
        return PROCESSES.contains(known) ? shell.t("audit.process." + known) : name;
    }
}
