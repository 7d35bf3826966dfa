package health.visavis.visit;

import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Seats;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// We ourselves: who sat in the call and when, whichever engine carried it. Asked where no vendor tells.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SeatWitness implements CallWitness {

    private final Calls calls;
    private final Seats seats;

    SeatWitness(Calls calls, Seats seats) {
        this.calls = calls;
        this.seats = seats;
    }

    @Override
    public boolean watches(EngineName engine) {
        return true;
    }

    @Override
    public Optional<CallSeen> of(VisitId visit, int rung) {
        return calls.spanOf(visit, rung)
                .map(span -> new CallSeen(span.beganAt(), span.endedAt(), seats.staysWithin(visit, span)));
    }
}
