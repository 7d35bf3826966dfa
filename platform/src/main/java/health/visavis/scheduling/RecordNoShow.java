package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.scheduling.domain.Appointment.Confirmed;
import java.time.Clock;

/// The patient did not come.
@UseCase
public class RecordNoShow {

    private final Access access;
    private final AppointmentSubjects subjects;
    private final AppointmentChanges changes;
    private final Clock clock;

    RecordNoShow(Access access, AppointmentSubjects subjects, AppointmentChanges changes, Clock clock) {
        this.access = access;
        this.subjects = subjects;
        this.changes = changes;
        this.clock = clock;
    }

    public ClosingOutcome record(Actor actor, AppointmentId id) {
        access.require(actor, Action.RECORD_NO_SHOW.on(subjects.of(id)));
        var now = clock.instant();
        var seen = changes.get(id);
        if (!(seen.appointment() instanceof Confirmed confirmed)) {
            return new ClosingOutcome.NotConfirmed(changes.summary(id));
        }
        if (confirmed.slot().start().isAfter(now)) {
            return new ClosingOutcome.NotYet(changes.summary(id));
        }
        return changes.close(confirmed.noteNoShow(now), seen.version());
    }
}
