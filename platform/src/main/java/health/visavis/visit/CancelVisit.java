package health.visavis.visit;

import static health.visavis.access.Action.CANCEL_VISIT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Encounters;
import java.time.Clock;

/// A visit whose appointment was called off, or has to be confirmed again, does not take place. One that has begun,
/// or was never prepared, is left as it is.
@UseCase
public class CancelVisit {

    private final Access access;
    private final Encounters encounters;
    private final VisitNews news;
    private final Clock clock;

    CancelVisit(Access access, Encounters encounters, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.news = news;
        this.clock = clock;
    }

    public void cancel(Actor actor, AppointmentId appointment, PatientId patient) {
        access.require(actor, CANCEL_VISIT.of(patient, appointment.value()));
        var visit = new VisitId(appointment.value());
        if (encounters.find(visit).isPresent() && encounters.locked(visit) instanceof Encounter.Coming coming) {
            var cancelled = coming.cancel(clock.instant());
            encounters.save(cancelled);
            news.changed(cancelled);
        }
    }
}
