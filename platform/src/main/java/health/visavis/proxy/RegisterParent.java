package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.people.People;

/// The clinic, which has seen their papers, has a parent act for a child until the child is grown up. The link is
/// handed over at the desk.
@UseCase
public class RegisterParent {

    private final Access access;
    private final People people;
    private final Asking asking;

    RegisterParent(Access access, People people, Asking asking) {
        this.access = access;
        this.people = people;
        this.asking = asking;
    }

    public AskingOutcome register(Actor actor, PatientId patient, ProxyWish wish) {
        var child = people.patient(patient);
        access.require(
                actor,
                child.isPresent()
                        ? Action.REGISTER_PROXY.of(patient)
                        : Action.REGISTER_PROXY.on(Subject.unknown(patient.value())));
        if (asking.grownUp(child.orElseThrow())) {
            return new AskingOutcome.GrownUp();
        }
        return Relationship.ofParents().contains(wish.relationship())
                ? asking.ask(actor.person(), child.get(), wish, Basis.MINOR)
                : new AskingOutcome.NoParent();
    }
}
