package health.visavis.visit;

import static health.visavis.access.Action.READ_OWN_STANDING;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.util.UUID;

/// A guest's page follows how the guest stands. Somebody else's standing is answered as if there were no such guest.
@UseCase
public class FollowOwnStanding {

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;

    FollowOwnStanding(Access access, Encounters encounters, Companions companions) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
    }

    public void of(Actor actor, UUID guest) {
        access.require(actor, READ_OWN_STANDING.on(subject(actor, guest)));
    }

    private Subject subject(Actor actor, UUID guest) {
        return actor.person().value().equals(guest)
                ? companions
                        .find(new CompanionId(guest))
                        .map(Companion::visit)
                        .map(encounters::subject)
                        .orElseGet(() -> Subject.unknown(guest))
                : Subject.unknown(guest);
    }
}
