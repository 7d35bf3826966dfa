package health.visavis.visit;

import static health.visavis.access.Action.READ_VISIT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Seats;
import java.util.Optional;
import java.util.UUID;

/// Who sits on a seat of a visit, and whether still.
@UseCase
public class ReadSeat {

    private final Access access;
    private final Encounters encounters;
    private final Seats seats;
    private final SeatNames names;

    ReadSeat(Access access, Encounters encounters, Seats seats, SeatNames names) {
        this.access = access;
        this.encounters = encounters;
        this.seats = seats;
        this.names = names;
    }

    public Optional<SeatSummary> read(Actor actor, VisitId visit, UUID seat) {
        access.require(actor, READ_VISIT.on(encounters.subject(visit)));
        var id = new SeatId(seat);
        return seats.find(id)
                .filter(found -> found.visit().equals(visit))
                .map(found -> names.summary(found, seats.held(id).isPresent()));
    }
}
