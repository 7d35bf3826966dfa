package health.visavis.visit;

import static health.visavis.access.Action.SEE_GUESTS;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.util.List;

/// Who was invited to a visit, who waits, who was let in.
@UseCase
public class ListGuests {

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;
    private final Presences presences;

    ListGuests(Access access, Encounters encounters, Companions companions, Presences presences) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
        this.presences = presences;
    }

    /// In the order in which they were invited.
    public List<GuestSummary> of(Actor actor, VisitId visit) {
        access.require(actor, SEE_GUESTS.on(encounters.subject(visit)));
        var here = presences.here(visit);
        return companions.of(visit).stream()
                .map(companion ->
                        GuestSummary.of(companion, here.contains(companion.id().person())))
                .toList();
    }
}
