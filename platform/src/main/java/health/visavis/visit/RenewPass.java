package health.visavis.visit;

import static health.visavis.access.Action.RENEW_PASS;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.Passes.Place;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Seats;

/// Whether somebody may have a fresh pass: only who sits in the open call, and only the page that holds the seat.
@UseCase
class RenewPass {

    sealed interface RenewalOutcome {

        record Granted(Place place) implements RenewalOutcome {}

        record NotSeated() implements RenewalOutcome {}
    }

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;
    private final Seats seats;

    RenewPass(Access access, Encounters encounters, Calls calls, Seats seats) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
        this.seats = seats;
    }

    public RenewalOutcome renew(Actor actor, VisitId visit, int epoch) {
        access.require(actor, RENEW_PASS.on(encounters.subject(visit)));
        return encounters
                .find(visit)
                .filter(Encounter.Unfinished.class::isInstance)
                .flatMap(encounter -> seats.held(visit, actor.person())
                        .filter(seat -> seat.isCurrent(epoch))
                        .map(seat -> granted(encounter, seat)))
                .orElseGet(RenewalOutcome.NotSeated::new);
    }

    private RenewalOutcome granted(Encounter encounter, Seat seat) {
        return calls.of(encounter.id()) instanceof Call.Open open
                ? new RenewalOutcome.Granted(new Place(
                        encounter.id(),
                        seat.id(),
                        seat.epoch(),
                        seat.part() == Seat.Part.CLINICIAN,
                        encounter.plan().slot(),
                        open.rung()))
                : new RenewalOutcome.NotSeated();
    }
}
