package health.visavis.web.audit;

import health.visavis.access.Access.Simulated;
import health.visavis.access.Action;
import health.visavis.access.Assumption;
import health.visavis.insight.SimulateAccess;
import health.visavis.insight.SimulateAccess.Answer;
import health.visavis.people.FoundPerson;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decisions that are tried out.
///
/// @param persons who was found to act
/// @param patients whose data was found
/// @param answer null before something was asked
public record SimulationView(
        SimulationForm form,
        FormErrors errors,
        List<FoundPerson> persons,
        List<FoundPerson> patients,
        @Nullable Answer answer) {

    public boolean found() {
        return !persons.isEmpty() && !patients.isEmpty();
    }

    public static List<Choice> acts(Shell shell) {
        return SimulateAccess.ACTS.stream()
                .map(act -> Choice.of(act.code(), act(shell, act)))
                .toList();
    }

    public List<Choice> persons(Shell shell) {
        return persons.stream()
                .map(one -> choice(shell, one.account().person().toString(), one))
                .toList();
    }

    public List<Choice> patients(Shell shell) {
        return patients.stream()
                .flatMap(one -> one.account().patient().stream().map(id -> choice(shell, id.toString(), one)))
                .toList();
    }

    /// What is asked about, in a line.
    public String question(Shell shell, Answer of) {
        return shell.t(
                "audit.simulation.answer",
                of.person().displayName(),
                of.patient().displayName(),
                form.chosenAct().map(act -> act(shell, act)).orElse(""));
    }

    public static String roles(Shell shell, Answer answer) {
        var roles = answer.roles().stream()
                .sorted()
                .map(role -> shell.t("people.role." + role.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        return shell.t("audit.simulation.roles", roles.isEmpty() ? shell.t("audit.simulation.noRole") : roles);
    }

    /// The decision and the rule that gave it.
    public static String decision(Shell shell, Simulated decision) {
        return shell.t(
                "audit.simulation.decision",
                shell.t("audit.outcome." + (decision.granted() ? "GRANTED" : "REFUSED")),
                shell.t("audit.reason." + decision.explanation().code()));
    }

    /// How much of a record would be seen; null where the act shows none.
    public @Nullable String sees(Shell shell, Simulated decision) {
        return decision.granted()
                        && form.chosenAct().filter(Action.READ_CHART::equals).isPresent()
                ? shell.t("audit.simulation.sees." + decision.clearance())
                : null;
    }

    public static String assumed(Shell shell, Assumption assumption) {
        return shell.t(
                switch (assumption) {
                    case Assumption.AsItIs _, Assumption.Withdrawn _ ->
                        throw new IllegalArgumentException("not asked here");
                    case Assumption.Care care ->
                        care.goesOn() ? "audit.simulation.if.care" : "audit.simulation.if.noCare";
                    case Assumption.Consent consent ->
                        consent.given() ? "audit.simulation.if.consent" : "audit.simulation.if.noConsent";
                    case Assumption.Emergency _ -> "audit.simulation.if.emergency";
                });
    }

    private static String act(Shell shell, Action act) {
        return shell.t("audit.simulation.act." + act.code());
    }

    private static Choice choice(Shell shell, String id, FoundPerson found) {
        return new Choice(
                id,
                found.account().displayName(),
                found.bornOn().map(shell::day).orElse(null));
    }
}
