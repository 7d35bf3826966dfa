package health.visavis.visit;

import health.visavis.access.Subject;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import health.visavis.visit.store.QualityLog;
import health.visavis.visit.store.Seats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for other capabilities that have asked for theirs. No page or API calls these
/// first.
@Component
public class Visits {

    /// What carried a call for a while, and what was seen of it.
    ///
    /// @param witnessed whether the engine itself told of it
    public record Leg(RungSummary rung, CallSeen seen, boolean witnessed) {}

    private final Encounters encounters;
    private final Calls calls;
    private final Seats seats;
    private final QualityLog quality;
    private final Presences presences;
    private final List<CallWitness> witnesses;

    Visits(
            Encounters encounters,
            Calls calls,
            Seats seats,
            QualityLog quality,
            Presences presences,
            List<CallWitness> witnesses) {
        this.encounters = encounters;
        this.calls = calls;
        this.seats = seats;
        this.quality = quality;
        this.presences = presences;
        this.witnesses = List.copyOf(witnesses);
    }

    /// Whose visit it is, for the question whether somebody may act on it.
    public Subject subject(VisitId visit) {
        return encounters.subject(visit);
    }

    /// The calls of a visit, one for each rung that it stood on. What an engine tells of its own call goes before what
    /// we saw of it.
    public List<Leg> legs(VisitId visit) {
        return calls.rungs(visit).stream()
                .map(RungSummary::of)
                .flatMap(rung -> leg(visit, rung).stream())
                .toList();
    }

    private Optional<Leg> leg(VisitId visit, RungSummary rung) {
        for (var witness : witnesses) {
            if (witness.watches(rung.engine())) {
                var seen = witness.of(visit, rung.number());
                if (seen.isPresent()) {
                    return Optional.of(new Leg(rung, seen.get(), !(witness instanceof SeatWitness)));
                }
            }
        }
        return Optional.empty();
    }

    /// What each seat of a visit is in it, such as `PATIENT`.
    public Map<UUID, String> parts(VisitId visit) {
        return seats.parts(visit);
    }

    /// What the browsers of a visit measured, in its order.
    public List<QualitySample> quality(VisitId visit) {
        return quality.of(visit);
    }

    /// When the call ended; empty while there is none or it goes on.
    public Optional<Instant> endedAt(VisitId visit) {
        return calls.of(visit) instanceof Call.Ended ended ? Optional.of(ended.endedAt()) : Optional.empty();
    }

    /// Whether somebody who follows the link of this visit finds it, at this time.
    public boolean isOpen(VisitId visit, TimeSlot slot) {
        return encounters.timeUntilOver(visit).filter(slot::equals).isPresent();
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
