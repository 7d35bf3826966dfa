package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Access.Simulated;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Assumption;
import health.visavis.access.Origin;
import health.visavis.access.Permission;
import health.visavis.access.Proof;
import health.visavis.access.Role;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.Account;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.List;
import java.util.Set;

/// What would be decided if somebody did something to a patient's data now, and why; and if something were otherwise.
/// Shows decisions and nothing of the data, and is on the trail as what it is.
@UseCase
public class SimulateAccess {

    /// The acts about a patient that are asked for.
    public static final List<Action> ACTS = List.of(
            Action.READ_CHART,
            Action.READ_MESSAGES,
            Action.SEND_MESSAGE,
            Action.READ_FILE,
            Action.SEND_FILE,
            Action.REQUEST_APPOINTMENT);

    private static final Origin SIMULATED = new Origin("simulation", "-", "-");

    private static final List<Assumption> WHAT_IF = List.of(
            new Assumption.Care(true),
            new Assumption.Care(false),
            new Assumption.Consent(true),
            new Assumption.Consent(false),
            new Assumption.Emergency());

    public record Question(PersonId person, PatientId patient, Action act) {

        public Question {
            if (!ACTS.contains(act)) {
                throw new IllegalArgumentException("not an act that is simulated");
            }
        }
    }

    public record WhatIf(Assumption assumption, Simulated decision) {}

    /// @param roles as what the person is taken to act
    public record Answer(
            Account person, Set<Role> roles, PatientSummary patient, Simulated asItIs, List<WhatIf> otherwise) {}

    private final Access access;
    private final People people;

    SimulateAccess(Access access, People people) {
        this.access = access;
        this.people = people;
    }

    public Answer ask(Actor actor, Question question) {
        access.require(actor, permission(question));
        var person = people.account(question.person()).orElseThrow();
        var patient = people.patient(question.patient()).orElseThrow();
        var asIf = as(person);
        var asked = question.act().of(question.patient());
        return new Answer(
                person,
                asIf.roles(),
                patient,
                access.simulate(asIf, asked, new Assumption.AsItIs()),
                WHAT_IF.stream()
                        .map(assumption -> new WhatIf(assumption, access.simulate(asIf, asked, assumption)))
                        .toList());
    }

    private Permission permission(Question question) {
        var person = question.person();
        return people.account(person).isPresent()
                        && people.patient(question.patient()).isPresent()
                ? Action.SIMULATE_ACCESS.of(question.patient(), person.value())
                : Action.SIMULATE_ACCESS.on(Subject.unknown(person.value()));
    }

    private Actor as(Account account) {
        return new Actor(
                account.person(),
                rolesOf(account),
                account.patient().orElse(null),
                account.clinician().orElse(null),
                SIMULATED,
                Proof.ALWAYS);
    }

    /// As what they were invited; else as what we know them. The provider has the last word when they sign in.
    private Set<Role> rolesOf(Account account) {
        if (!account.roles().isEmpty()) {
            return account.roles();
        }
        if (account.clinician().isPresent()) {
            return Set.of(Role.DOCTOR);
        }
        if (account.patient().isPresent()) {
            return Set.of(Role.PATIENT);
        }
        return people.cliniciansWith(account.person()).isEmpty() ? Set.of() : Set.of(Role.NURSE);
    }
}
