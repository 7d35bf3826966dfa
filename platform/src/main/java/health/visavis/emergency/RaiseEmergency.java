package health.visavis.emergency;

import static health.visavis.access.Action.RAISE_EMERGENCY;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.emergency.store.EmergencyLog;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.VisitTopics;
import health.visavis.visit.Visits;
import java.time.Clock;
import java.time.Duration;

/// Somebody of the visit presses the emergency button: noted, and every page of the visit says so. Pressed again within
/// a minute it is the same emergency. It works before and during the call. A visit that is over takes none:
/// the patient would believe that somebody knows, and nobody has the page open.
@UseCase
public class RaiseEmergency {

    private static final Duration SAME = Duration.ofMinutes(1);

    private final Access access;
    private final Visits visits;
    private final EmergencyLog log;
    private final VisitTopics topics;
    private final Clock clock;

    RaiseEmergency(Access access, Visits visits, EmergencyLog log, VisitTopics topics, Clock clock) {
        this.access = access;
        this.visits = visits;
        this.log = log;
        this.topics = topics;
        this.clock = clock;
    }

    public EmergencyOutcome raise(Actor actor, VisitId visit) {
        access.require(actor, RAISE_EMERGENCY.on(visits.subject(visit)));
        var held = visits.held(visit);
        if (held.status().over()) {
            return new EmergencyOutcome.VisitOver();
        }
        var now = clock.instant();
        var last = log.lastRaised(visit);
        if (last.isPresent() && last.get().isAfter(now.minus(SAME))) {
            return new EmergencyOutcome.Told();
        }
        log.raise(TimeOrderedId.next(), visit, actor.person(), held.patient().equals(actor.patient()), now);
        topics.changed(Emergencies.NEWS, visit);
        return new EmergencyOutcome.Told();
    }
}
