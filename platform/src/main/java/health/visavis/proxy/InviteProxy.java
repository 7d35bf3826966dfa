package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Permission;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.people.People;
import java.util.Objects;

/// A patient asks somebody to act for them, by a link that they hand over themselves.
@UseCase
public class InviteProxy {

    private final Access access;
    private final People people;
    private final Asking asking;

    InviteProxy(Access access, People people, Asking asking) {
        this.access = access;
        this.people = people;
        this.asking = asking;
    }

    public AskingOutcome invite(Actor actor, ProxyWish wish) {
        access.require(actor, own(actor, Action.INVITE_PROXY));
        var patient = people.patient(Objects.requireNonNull(actor.patient())).orElseThrow();
        return asking.grownUp(patient)
                ? asking.ask(actor.person(), patient, wish, Basis.PATIENT)
                : new AskingOutcome.NotOfAge();
    }

    /// Whoever is no patient has nobody to act for them.
    static Permission own(Actor actor, Action action) {
        return actor.patient() == null
                ? action.on(Subject.unknown(actor.person().value()))
                : action.of(actor.patient());
    }
}
