package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.scheduling.domain.Appointment.Confirmed;
import java.time.Clock;

/// The visit took place.
@UseCase
public class FulfilAppointment {

    private final Access access;
    private final AppointmentSubjects subjects;
    private final AppointmentChanges changes;
    private final Clock clock;

    FulfilAppointment(Access access, AppointmentSubjects subjects, AppointmentChanges changes, Clock clock) {
        this.access = access;
        this.subjects = subjects;
        this.changes = changes;
        this.clock = clock;
    }

    public ClosingOutcome fulfil(Actor actor, AppointmentId id) {
        access.require(actor, Action.FULFIL_APPOINTMENT.on(subjects.of(id)));
        var seen = changes.get(id);
        if (!(seen.appointment() instanceof Confirmed confirmed)) {
            return new ClosingOutcome.NotConfirmed(changes.summary(id));
        }
        return changes.close(confirmed.fulfil(clock.instant()), seen.version());
    }
}
