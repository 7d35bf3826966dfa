package health.visavis.proxy;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.links.LinkId;
import health.visavis.links.Links;
import health.visavis.links.Links.Attempt;
import health.visavis.proxy.ProxyGrant.End;
import health.visavis.proxy.store.Grants;
import health.visavis.proxy.store.Invitations;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Makes an invitation that somebody takes up the grant, and its link open nothing any more.
@Component
class Accepting {

    private final Grants grants;
    private final Invitations invitations;
    private final Links links;
    private final Ending ending;
    private final Clock clock;

    Accepting(Grants grants, Invitations invitations, Links links, Ending ending, Clock clock) {
        this.grants = grants;
        this.invitations = invitations;
        this.links = links;
        this.ending = ending;
        this.clock = clock;
    }

    /// Uses nothing up: mail scanners follow links too.
    Optional<ProxyInvitation> look(Attempt attempt) {
        return asked(attempt).filter(invitation -> !invitation.waits());
    }

    /// Whether the clinic has not agreed yet to what the link is for.
    boolean waits(Attempt attempt) {
        return asked(attempt).filter(ProxyInvitation::waits).isPresent();
    }

    private Optional<ProxyInvitation> asked(Attempt attempt) {
        return links.look(Asking.PURPOSE, attempt).flatMap(link -> invitations.open(link.subject(), clock.instant()));
    }

    /// Of two that try at once one gets it. What the person could do for this patient before is over.
    Optional<ProxyGrant> take(ProxyInvitation asked, PersonId person) {
        grants.takeTurn(asked.patient());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (invitations.open(asked.id(), now).isEmpty()) {
            return Optional.empty();
        }
        grants.activeOf(person, now).stream()
                .filter(before -> before.patient().equals(asked.patient()))
                .forEach(before -> ending.end(before, new End(person, now, End.Reason.REPLACED)));
        var grant = new ProxyGrant(
                TimeOrderedId.next(),
                asked.id(),
                asked.patient(),
                person,
                asked.relationship(),
                asked.scopes(),
                asked.basis(),
                asked.madeBy(),
                now,
                asked.until(),
                null);
        grants.add(grant);
        links.withdraw(new LinkId(asked.link()));
        return Optional.of(grant);
    }
}
