package health.visavis.visit;

import static health.visavis.access.Action.ARRIVE_AT_VISIT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.time.Instant;

/// The patient enters the waiting room. Who comes back while waiting keeps the time they came.
@UseCase
public class ArriveAtVisit {

    public sealed interface ArrivalOutcome {

        record Waiting(Instant since) implements ArrivalOutcome {}

        record AlreadyAdmitted() implements ArrivalOutcome {}

        record VisitOver() implements ArrivalOutcome {}
    }

    private final Access access;
    private final Encounters encounters;
    private final VisitNews news;
    private final Clock clock;

    ArriveAtVisit(Access access, Encounters encounters, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.news = news;
        this.clock = clock;
    }

    public ArrivalOutcome arrive(Actor actor, VisitId visit) {
        access.require(actor, ARRIVE_AT_VISIT.on(encounters.subject(visit)));
        return switch (encounters.locked(visit)) {
            case Encounter.Planned planned -> {
                var arrived = planned.arrive(clock.instant());
                encounters.save(arrived);
                news.changed(arrived);
                yield new ArrivalOutcome.Waiting(arrived.waitingSince());
            }
            case Encounter.Arrived arrived -> new ArrivalOutcome.Waiting(arrived.waitingSince());
            case Encounter.InProgress inProgress -> new ArrivalOutcome.AlreadyAdmitted();
            case Encounter.Finished finished -> new ArrivalOutcome.VisitOver();
            case Encounter.Cancelled cancelled -> new ArrivalOutcome.VisitOver();
        };
    }
}
