package health.visavis.visit;

import static health.visavis.access.Action.RECEIVE_SIGNAL;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Signal;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Seats;
import health.visavis.visit.store.Signals;
import java.util.Optional;
import java.util.UUID;

/// Hands a signal to the person on the seat it is meant for, and to nobody else.
@UseCase
public class ReceiveSignal {

    public record Incoming(UUID fromSeat, int fromEpoch, UUID toSeat, int toEpoch, String payload) {}

    private final Access access;
    private final Encounters encounters;
    private final Seats seats;
    private final Signals signals;

    ReceiveSignal(Access access, Encounters encounters, Seats seats, Signals signals) {
        this.access = access;
        this.encounters = encounters;
        this.seats = seats;
        this.signals = signals;
    }

    public Optional<Incoming> receive(Actor actor, VisitId visit, UUID signal) {
        access.require(actor, RECEIVE_SIGNAL.on(encounters.subject(visit)));
        var held = seats.held(visit, actor.person());
        return signals.find(signal)
                .filter(found -> held.filter(seat -> seat.id().equals(found.to().seat())
                                && seat.isCurrent(found.to().epoch()))
                        .isPresent())
                .map(ReceiveSignal::incoming);
    }

    private static Incoming incoming(Signal signal) {
        return new Incoming(
                signal.from().seat().value(),
                signal.from().epoch(),
                signal.to().seat().value(),
                signal.to().epoch(),
                signal.payload());
    }
}
