package health.visavis.visit;

import health.visavis.access.Subject;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for other capabilities that have asked for theirs. No page or API calls these
/// first.
@Component
public class Visits {

    private final Encounters encounters;
    private final Calls calls;
    private final Presences presences;

    Visits(Encounters encounters, Calls calls, Presences presences) {
        this.encounters = encounters;
        this.calls = calls;
        this.presences = presences;
    }

    /// Whose visit it is, for the question whether somebody may act on it.
    public Subject subject(VisitId visit) {
        return encounters.subject(visit);
    }

    public Optional<VisitSummary> find(VisitId visit) {
        return encounters.find(visit).map(this::summary);
    }

    /// As [#find], and nobody moves the visit until the caller's transaction ends.
    public VisitSummary held(VisitId visit) {
        return summary(encounters.locked(visit));
    }

    /// The visits that are not over and are planned to start in that time, in their order.
    public List<VisitSummary> unfinishedIn(TimeSlot time) {
        return encounters.unfinishedIn(time).stream().map(this::summary).toList();
    }

    private VisitSummary summary(Encounter encounter) {
        return VisitSummary.of(
                encounter, calls.of(encounter.id()), presences.awaySince(encounter.id(), Seat.Part.PATIENT));
    }
}
