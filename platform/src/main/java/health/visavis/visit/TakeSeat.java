package health.visavis.visit;

import static health.visavis.access.Action.TAKE_SEAT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Rung;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import health.visavis.visit.store.Seats;
import health.visavis.visit.store.Signals;
import java.time.Clock;
import java.util.List;

/// Sits down in the call: an admitted patient, an admitted guest, or the doctor who has started. What their browser
/// needs to connect is asked of the engine afterwards, by [JoinCall].
///
/// Who sits already takes over their own seat with a new epoch; the page that held it hears so and closes.
/// People sit down one after the other, so of any two exactly one finds the other there.
@UseCase
public class TakeSeat {

    public sealed interface SeatOutcome {

        record Taken(SeatSummary seat, List<SeatSummary> others, TimeSlot slot, Rung rung) implements SeatOutcome {

            public Taken {
                others = List.copyOf(others);
            }
        }

        record NotAdmitted() implements SeatOutcome {}

        /// @param people how many fit into the call
        record Full(int people) implements SeatOutcome {}

        record NotStarted() implements SeatOutcome {}

        record VisitOver() implements SeatOutcome {}
    }

    /// Each browser sends to every other one: with more than five the upload of a household ends. The same on every
    /// engine, because a call may have to move to that one at any time.
    static final int MOST_PEOPLE = 5;

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;
    private final Seats seats;
    private final Signals signals;
    private final SeatNames names;
    private final Presences presences;
    private final VisitNews news;
    private final Clock clock;

    TakeSeat(
            Access access,
            Encounters encounters,
            Calls calls,
            Seats seats,
            Signals signals,
            SeatNames names,
            Presences presences,
            VisitNews news,
            Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
        this.seats = seats;
        this.signals = signals;
        this.names = names;
        this.presences = presences;
        this.news = news;
        this.clock = clock;
    }

    public SeatOutcome take(Actor actor, VisitId visit) {
        access.require(actor, TAKE_SEAT.on(encounters.subject(visit)));
        return switch (encounters.locked(visit)) {
            case Encounter.Unfinished unfinished -> take(actor, unfinished);
            case Encounter.Finished finished -> new SeatOutcome.VisitOver();
            case Encounter.Cancelled cancelled -> new SeatOutcome.VisitOver();
        };
    }

    private SeatOutcome take(Actor actor, Encounter.Unfinished unfinished) {
        var patient = unfinished.plan().patient().equals(actor.patient());
        if (patient && !(unfinished instanceof Encounter.InProgress)) {
            return new SeatOutcome.NotAdmitted();
        }
        if (!(calls.of(unfinished.id()) instanceof Call.Open open)) {
            return new SeatOutcome.NotStarted();
        }
        if (isFull(actor, unfinished.id())) {
            return new SeatOutcome.Full(MOST_PEOPLE);
        }
        var part = actor.is(Role.GUEST) ? Seat.Part.GUEST : patient ? Seat.Part.PATIENT : Seat.Part.CLINICIAN;
        var seat = sit(actor, unfinished.id(), part);
        if (presences.seen(unfinished.id(), actor.person(), part, clock.instant())) {
            news.changed(unfinished);
        }
        var others = seats.held(seat.visit()).stream()
                .filter(other -> !other.id().equals(seat.id()))
                .map(other -> names.summary(other, true))
                .toList();
        return new SeatOutcome.Taken(
                names.summary(seat, true), others, unfinished.plan().slot(), open.rung());
    }

    private boolean isFull(Actor actor, VisitId visit) {
        return seats.held(visit).stream()
                        .filter(seat -> !seat.person().equals(actor.person()))
                        .count()
                >= MOST_PEOPLE;
    }

    private Seat sit(Actor actor, VisitId visit, Seat.Part part) {
        var seat = seats.of(visit, actor.person())
                .map(Seat::takenAgain)
                .orElseGet(() -> Seat.first(visit, actor.person(), part));
        seats.take(seat, clock.instant());
        signals.forget(visit, seat.id());
        news.changed(seat);
        return seat;
    }
}
