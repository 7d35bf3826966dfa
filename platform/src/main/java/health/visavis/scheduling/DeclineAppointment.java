package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.EndReason;
import health.visavis.people.ReviewCareRelationship;
import health.visavis.scheduling.domain.Appointment.Requested;
import health.visavis.scheduling.domain.DeclineReason;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/// The clinician does not agree to the time that was asked for; it is free again.
@UseCase
public class DeclineAppointment {

    private final Access access;
    private final AppointmentSubjects subjects;
    private final AppointmentChanges changes;
    private final ReviewCareRelationship care;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclineAppointment(
            Access access,
            AppointmentSubjects subjects,
            AppointmentChanges changes,
            ReviewCareRelationship care,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.subjects = subjects;
        this.changes = changes;
        this.care = care;
        this.events = events;
        this.clock = clock;
    }

    public ChangeOutcome decline(Actor actor, AppointmentRevision revision, DeclineReason reason) {
        access.require(actor, Action.DECLINE_APPOINTMENT.on(subjects.of(revision.id())));
        if (!(changes.get(revision.id()).appointment() instanceof Requested requested)) {
            return new ChangeOutcome.ChangedMeanwhile(changes.summary(revision.id()));
        }
        return changes.apply(requested.decline(reason, clock.instant()), revision, declined -> {
            care.review(declined.patient(), declined.clinician(), EndReason.DECLINED);
            events.publishEvent(new AppointmentDeclined(TimeOrderedId.next(), declined));
        });
    }
}
