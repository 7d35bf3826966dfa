package health.visavis.web.audit;

import health.visavis.access.Role;
import health.visavis.insight.AccessLine;
import health.visavis.insight.ReportAccess.Report;
import health.visavis.insight.ReportAccess.UnusualReport;
import health.visavis.insight.UnusualAccess;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reports as files, with the columns of `docs/compliance/audit-log.md`. Staff who acted have a name; patients have ids
/// only, also where they themselves looked, and nothing clinical is in either. Times are UTC.
final class AccessExport {

    private static final String LINE = "\r\n";

    private AccessExport() {}

    static String csv(Report report) {
        return lines(
                List.of("actor", "actor_name", "roles", "patient", "times", "refused", "first_at", "last_at"),
                report.lines().stream().map(AccessExport::fields));
    }

    static String csv(UnusualReport report) {
        return lines(
                List.of("at", "actor", "actor_name", "roles", "patient", "action", "outcome", "reasons"),
                report.found().stream().map(AccessExport::fields));
    }

    private static List<String> fields(AccessLine line) {
        var accesses = line.accesses();
        return List.of(
                accesses.actor().toString(),
                text(name(line.actorName(), accesses.roles())),
                text(accesses.roles()),
                accesses.patient().toString(),
                Long.toString(accesses.times()),
                Long.toString(accesses.refused()),
                accesses.firstAt().toString(),
                accesses.lastAt().toString());
    }

    private static List<String> fields(UnusualAccess access) {
        var event = access.entry().event();
        return List.of(
                event.at().toString(),
                event.actor().toString(),
                text(name(access.entry().actorName(), event.actorRoles())),
                text(event.actorRoles()),
                Objects.requireNonNull(event.patient()).toString(),
                event.action(),
                event.outcome().name(),
                UnusualView.reasons(access).stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    private static @Nullable String name(@Nullable String actor, @Nullable String roles) {
        return Role.PATIENT.name().equals(roles) ? null : actor;
    }

    private static String lines(List<String> columns, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(columns), rows)
                .map(row -> String.join(",", row) + LINE)
                .collect(Collectors.joining());
    }

    /// RFC 4180, for what somebody has typed. What a spreadsheet would take for a formula is text for it too.
    private static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        var safe = typed.matches("[=+\\-@\\t\\r].*") ? "'" + typed : typed;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
