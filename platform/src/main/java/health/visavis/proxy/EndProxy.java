package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.links.LinkId;
import health.visavis.links.Links;
import health.visavis.proxy.ProxyGrant.End;
import health.visavis.proxy.store.Grants;
import health.visavis.proxy.store.Invitations;
import java.time.Clock;
import java.util.UUID;

/// A patient, or the clinic, has somebody act for them no longer, from this moment on.
@UseCase
public class EndProxy {

    public sealed interface EndOutcome {

        record Ended() implements EndOutcome {}

        record OverAlready() implements EndOutcome {}

        /// The clinic has registered it, and the patient does not end it.
        record OfTheClinic() implements EndOutcome {}
    }

    private final Access access;
    private final Grants grants;
    private final Invitations invitations;
    private final Ending ending;
    private final Links links;
    private final Clock clock;

    EndProxy(Access access, Grants grants, Invitations invitations, Ending ending, Links links, Clock clock) {
        this.access = access;
        this.grants = grants;
        this.invitations = invitations;
        this.ending = ending;
        this.links = links;
        this.clock = clock;
    }

    public EndOutcome end(Actor actor, UUID grant) {
        var found = grants.find(grant);
        access.require(
                actor,
                found.map(one -> Action.END_PROXY.of(one.patient(), grant))
                        .orElseGet(() -> Action.END_PROXY.on(Subject.unknown(grant))));
        var ended = found.orElseThrow();
        var byPatient = ended.patient().equals(actor.patient());
        if (byPatient && ended.basis() != Basis.PATIENT) {
            return new EndOutcome.OfTheClinic();
        }
        var reason = byPatient ? End.Reason.TAKEN_BACK : End.Reason.BY_CLINIC;
        return ending.end(ended, new End(actor.person(), clock.instant(), reason))
                ? new EndOutcome.Ended()
                : new EndOutcome.OverAlready();
    }

    /// The link opens nothing any more.
    public EndOutcome withdraw(Actor actor, UUID invitation) {
        var found = invitations.open(invitation, clock.instant());
        access.require(
                actor,
                found.map(one -> Action.END_PROXY.of(one.patient(), invitation))
                        .orElseGet(() -> Action.END_PROXY.on(Subject.unknown(invitation))));
        var asked = found.orElseThrow();
        if (asked.patient().equals(actor.patient()) && asked.basis() != Basis.PATIENT) {
            return new EndOutcome.OfTheClinic();
        }
        links.withdraw(new LinkId(asked.link()));
        return invitations.end(invitation, actor.person(), clock.instant())
                ? new EndOutcome.Ended()
                : new EndOutcome.OverAlready();
    }
}
