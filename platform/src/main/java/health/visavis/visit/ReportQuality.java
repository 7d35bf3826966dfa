package health.visavis.visit;

import static health.visavis.access.Action.REPORT_CALL_QUALITY;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.QualityLog;
import health.visavis.visit.store.Seats;
import java.time.Clock;

/// Keeps what a browser measured while its person sits in the call.
@UseCase
public class ReportQuality {

    private final Access access;
    private final Encounters encounters;
    private final Seats seats;
    private final QualityLog log;
    private final Clock clock;

    ReportQuality(Access access, Encounters encounters, Seats seats, QualityLog log, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.seats = seats;
        this.log = log;
        this.clock = clock;
    }

    /// @return whether it was kept: who does not sit in the call has nothing to measure
    public boolean report(Actor actor, VisitId visit, LineQuality quality) {
        access.require(actor, REPORT_CALL_QUALITY.on(encounters.subject(visit)));
        var seat = seats.held(visit, actor.person());
        seat.ifPresent(held -> log.add(held, quality, clock.instant()));
        return seat.isPresent();
    }
}
