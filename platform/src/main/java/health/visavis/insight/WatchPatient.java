package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.insight.store.WatchedPatients;
import health.visavis.kernel.PatientId;
import java.time.Clock;

/// Puts a patient on watch, somebody well known or who works here, or takes them off: every access to their data is in
/// the report of what is unusual.
@UseCase
public class WatchPatient {

    private final Access access;
    private final WatchedPatients watched;
    private final Clock clock;

    WatchPatient(Access access, WatchedPatients watched, Clock clock) {
        this.access = access;
        this.watched = watched;
        this.clock = clock;
    }

    /// Again is quiet.
    public void begin(Actor actor, PatientId patient) {
        access.require(actor, Action.WATCH_PATIENT.of(patient));
        watched.add(patient, actor.person(), clock.instant());
    }

    /// Again is quiet.
    public void end(Actor actor, PatientId patient) {
        access.require(actor, Action.WATCH_PATIENT.of(patient));
        watched.remove(patient);
    }
}
