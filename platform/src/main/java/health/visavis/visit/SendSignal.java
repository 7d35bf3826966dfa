package health.visavis.visit;

import static health.visavis.access.Action.SEND_SIGNAL;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.domain.Signal;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Seats;
import health.visavis.visit.store.Signals;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// Carries a signal from one held seat to another of the same visit. From or to any other place it goes nowhere.
@UseCase
public class SendSignal {

    /// @param epoch at which the sender holds their own seat
    public record Outgoing(int epoch, UUID toSeat, int toEpoch, String payload) {}

    public sealed interface SignalOutcome {

        record Carried() implements SignalOutcome {}

        /// The sender's page or the receiver's was replaced, or one of them does not sit in this visit.
        record Stale() implements SignalOutcome {}

        record TooLarge() implements SignalOutcome {}

        record TooMany() implements SignalOutcome {}
    }

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int MOST_IN_WINDOW = 200;

    private final Access access;
    private final Encounters encounters;
    private final Seats seats;
    private final Signals signals;
    private final VisitNews news;
    private final Clock clock;

    SendSignal(Access access, Encounters encounters, Seats seats, Signals signals, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.seats = seats;
        this.signals = signals;
        this.news = news;
        this.clock = clock;
    }

    public SignalOutcome send(Actor actor, VisitId visit, Outgoing outgoing) {
        access.require(actor, SEND_SIGNAL.on(encounters.subject(visit)));
        if (outgoing.payload().getBytes(StandardCharsets.UTF_8).length > Signal.LARGEST_PAYLOAD) {
            return new SignalOutcome.TooLarge();
        }
        var from = seats.held(visit, actor.person()).filter(seat -> seat.isCurrent(outgoing.epoch()));
        var to = seats.held(new SeatId(outgoing.toSeat()))
                .filter(seat -> seat.visit().equals(visit) && seat.isCurrent(outgoing.toEpoch()));
        if (from.isEmpty() || to.isEmpty() || from.get().id().equals(to.get().id())) {
            return new SignalOutcome.Stale();
        }
        return carry(from.get(), to.get(), outgoing.payload());
    }

    private SignalOutcome carry(Seat from, Seat to, String payload) {
        var now = clock.instant();
        if (signals.sentSince(from.visit(), from.id(), now.minus(WINDOW)) >= MOST_IN_WINDOW) {
            return new SignalOutcome.TooMany();
        }
        var signal = new Signal(TimeOrderedId.next(), at(from), at(to), payload);
        signals.add(from.visit(), signal, now);
        news.sent(from, signal.id());
        return new SignalOutcome.Carried();
    }

    private static Signal.SeatAt at(Seat seat) {
        return new Signal.SeatAt(seat.id(), seat.epoch());
    }
}
