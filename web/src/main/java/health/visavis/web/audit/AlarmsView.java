package health.visavis.web.audit;

import health.visavis.alarm.AlarmKind.Severity;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.insight.ReadAlarms;
import health.visavis.insight.ReadAlarms.Named;
import health.visavis.kernel.PersonId;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public record AlarmsView(List<Open> open, List<Named> seen) {

    /// @param own whether it is about the viewer
    /// @param judgeable whether the viewer may say what it was
    public record Open(Named named, boolean own, boolean judgeable) {}

    static AlarmsView of(ReadAlarms.Found found, PersonId viewer) {
        return new AlarmsView(
                found.open().stream()
                        .map(named -> open(named, viewer, found.onlyAdministrator()))
                        .toList(),
                found.seen());
    }

    private static Open open(Named named, PersonId viewer, boolean onlyOne) {
        var own = named.raised().alarm().subject().equals(new AlarmSubject.Person(viewer));
        return new Open(named, own, !own || onlyOne);
    }

    public static String kind(Shell shell, Named named) {
        return shell.t("audit.alarm." + named.raised().alarm().kind().code());
    }

    /// What has happened, in a sentence.
    public static String sentence(Shell shell, Named named) {
        var alarm = named.raised().alarm();
        return shell.t("audit.alarm." + alarm.kind().code() + ".text", alarm.acts());
    }

    public static String about(Shell shell, Named named) {
        return switch (named.raised().alarm().subject()) {
            case AlarmSubject.Person _ -> name(shell, named.aboutName());
            case AlarmSubject.Address address -> shell.t("audit.alarms.address", address.address());
            case AlarmSubject.Trail _ -> shell.t("audit.search.title");
            case AlarmSubject.Key key -> shell.t("audit.alarms.key", key.name());
        };
    }

    /// What this person did; null when it is about none.
    public static @Nullable String link(Named named) {
        return named.raised().alarm().subject() instanceof AlarmSubject.Person person
                ? "/audit?actor=" + person.id()
                : null;
    }

    public static String badge(Named named) {
        return named.raised().alarm().kind().severity() == Severity.MEDIUM ? "warn" : "danger";
    }

    public static String seenBy(Shell shell, Named named) {
        var seen = Objects.requireNonNull(named.raised().seen());
        return shell.t(
                "audit.alarms.seenBy",
                name(shell, named.seenByName()),
                shell.shortDate(seen.at()),
                shell.clock(seen.at()));
    }

    public static String finding(Shell shell, Named named) {
        return shell.t("audit.alarms.finding."
                + Objects.requireNonNull(named.raised().seen()).finding());
    }

    public static List<Choice> findings(Shell shell) {
        return Arrays.stream(Finding.values())
                .map(each -> Choice.of(each.name(), shell.t("audit.alarms.finding." + each)))
                .toList();
    }

    private static String name(Shell shell, @Nullable String name) {
        return name == null ? shell.t("audit.unnamed") : name;
    }
}
