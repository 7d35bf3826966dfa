package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.people.People;

/// The clinic, which has seen their papers, has somebody act whom the patient did not choose: a parent for a child
/// until
/// the child is grown up, and for an adult who cannot decide whomever the law names, for a time and once a second
/// person
/// agrees ([AgreeToRepresentative]). The link is handed over at the desk.
@UseCase
public class RegisterRepresentative {

    private final Access access;
    private final People people;
    private final Asking asking;

    RegisterRepresentative(Access access, People people, Asking asking) {
        this.access = access;
        this.people = people;
        this.asking = asking;
    }

    public AskingOutcome register(Actor actor, PatientId patient, ProxyWish wish) {
        var known = people.patient(patient);
        access.require(
                actor,
                known.isPresent()
                        ? Action.REGISTER_PROXY.of(patient)
                        : Action.REGISTER_PROXY.on(Subject.unknown(patient.value())));
        if (asking.grownUp(known.orElseThrow())) {
            return asking.ask(actor.person(), known.get(), wish, Basis.REPRESENTED);
        }
        return Relationship.ofParents().contains(wish.relationship())
                ? asking.ask(actor.person(), known.get(), wish, Basis.MINOR)
                : new AskingOutcome.NoParent();
    }
}
