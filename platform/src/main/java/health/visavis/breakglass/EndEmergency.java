package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Permission;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.breakglass.store.EmergencyAccesses;
import java.time.Clock;
import java.util.UUID;

/// Closes a record that one has opened in an emergency, before its time.
@UseCase
public class EndEmergency {

    private final Access access;
    private final EmergencyAccesses accesses;
    private final Clock clock;

    EndEmergency(Access access, EmergencyAccesses accesses, Clock clock) {
        this.access = access;
        this.accesses = accesses;
        this.clock = clock;
    }

    /// False when it was over already.
    public boolean end(Actor actor, UUID emergency) {
        access.require(actor, own(actor, emergency));
        return accesses.end(emergency, clock.instant());
    }

    /// Somebody else's is answered as one that there is not.
    private Permission own(Actor actor, UUID emergency) {
        return accesses.find(emergency)
                .filter(found -> found.staff().equals(actor.person()))
                .map(found -> Action.END_EMERGENCY.of(found.patient(), emergency))
                .orElseGet(() -> Action.END_EMERGENCY.on(Subject.unknown(emergency)));
    }
}
