package health.visavis.visit;

import health.visavis.access.Subject;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Lines;
import health.visavis.visit.store.Seats;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who sits in the call of a visit, for capabilities that accompany it.
@Component
public class InTheCall {

    private final Encounters encounters;
    private final Seats seats;
    private final Calls calls;
    private final Lines lines;

    InTheCall(Encounters encounters, Seats seats, Calls calls, Lines lines) {
        this.encounters = encounters;
        this.seats = seats;
        this.calls = calls;
        this.lines = lines;
    }

    /// Whose visit it is, for the question whether somebody may act on it.
    public Subject subject(VisitId visit) {
        return encounters.subject(visit);
    }

    public Set<PersonId> people(VisitId visit) {
        return seats.held(visit).stream().map(Seat::person).collect(Collectors.toUnmodifiableSet());
    }

    /// The engine that carries the call now; empty when it is not open.
    public Optional<EngineName> engine(VisitId visit) {
        return open(visit).map(call -> new EngineName(call.rung().engine()));
    }

    /// The line on which the call is held now; empty when it is not open, or its line is being opened.
    public Optional<Line> line(VisitId visit) {
        return open(visit)
                .flatMap(call -> lines.line(visit, call.rung().number())
                        .map(reference ->
                                new Line(visit, new EngineName(call.rung().engine()), reference)));
    }

    private Optional<Call.Open> open(VisitId visit) {
        return calls.of(visit) instanceof Call.Open open ? Optional.of(open) : Optional.empty();
    }

    /// Nobody sits down or ends the visit until this transaction ends.
    public void lock(VisitId visit) {
        encounters.locked(visit);
    }
}
