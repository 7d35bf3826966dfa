package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.People;
import health.visavis.scheduling.domain.Appointment.Requested;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/// The clinician agrees to the time that was asked for.
@UseCase
public class ConfirmAppointment {

    private final Access access;
    private final AppointmentSubjects subjects;
    private final AppointmentChanges changes;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmAppointment(
            Access access,
            AppointmentSubjects subjects,
            AppointmentChanges changes,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.subjects = subjects;
        this.changes = changes;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    public ChangeOutcome confirm(Actor actor, AppointmentRevision revision) {
        access.require(actor, Action.CONFIRM_APPOINTMENT.on(subjects.of(revision.id())));
        var now = clock.instant();
        var seen = changes.get(revision.id());
        if (!(seen.appointment() instanceof Requested requested)) {
            return new ChangeOutcome.ChangedMeanwhile(changes.summary(revision.id()));
        }
        if (!requested.slot().end().isAfter(now)) {
            return new ChangeOutcome.TimePassed(changes.summary(revision.id()));
        }
        if (!people.seesPatients(requested.booking().participants().clinician())) {
            return new ChangeOutcome.ClinicianLeft(changes.summary(revision.id()));
        }
        return changes.apply(
                requested.confirm(now),
                revision,
                confirmed -> events.publishEvent(new AppointmentConfirmed(TimeOrderedId.next(), confirmed)));
    }
}
