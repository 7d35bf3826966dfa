package health.visavis.visit;

import health.visavis.access.Subject;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Seats;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who sits in the call of a visit, for capabilities that accompany it.
@Component
public class InTheCall {

    private final Encounters encounters;
    private final Seats seats;

    InTheCall(Encounters encounters, Seats seats) {
        this.encounters = encounters;
        this.seats = seats;
    }

    /// Whose visit it is, for the question whether somebody may act on it.
    public Subject subject(VisitId visit) {
        return encounters.subject(visit);
    }

    public Set<PersonId> people(VisitId visit) {
        return seats.held(visit).stream().map(Seat::person).collect(Collectors.toUnmodifiableSet());
    }

    /// Nobody sits down or ends the visit until this transaction ends.
    public void lock(VisitId visit) {
        encounters.locked(visit);
    }
}
