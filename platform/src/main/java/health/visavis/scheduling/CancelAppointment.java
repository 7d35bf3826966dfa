package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.EndReason;
import health.visavis.people.ReviewCareRelationship;
import health.visavis.scheduling.domain.Appointment;
import health.visavis.scheduling.domain.Cancellation;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.Party;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/// Either side calls the appointment off; the time is free again. A patient can until it begins.
@UseCase
public class CancelAppointment {

    private final Access access;
    private final AppointmentSubjects subjects;
    private final AppointmentChanges changes;
    private final ReviewCareRelationship care;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CancelAppointment(
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

    public ChangeOutcome cancel(Actor actor, AppointmentRevision revision, CancellationReason reason) {
        access.require(actor, Action.CANCEL_APPOINTMENT.on(subjects.of(revision.id())));
        var now = clock.instant();
        var current = changes.summary(revision.id());
        var by = Sides.of(actor, current.patient());
        if (by == Party.PATIENT && !current.slot().start().isAfter(now)) {
            return new ChangeOutcome.TimePassed(current);
        }
        return cancelled(changes.get(revision.id()).appointment(), new Cancellation(by, reason, now))
                .map(next -> changes.apply(next, revision, cancelled -> {
                    care.review(cancelled.patient(), cancelled.clinician(), EndReason.CANCELLED);
                    events.publishEvent(new AppointmentCancelled(TimeOrderedId.next(), cancelled, by));
                }))
                .orElseGet(() -> new ChangeOutcome.ChangedMeanwhile(current));
    }

    private static Optional<Appointment> cancelled(Appointment appointment, Cancellation cancellation) {
        return switch (appointment) {
            case Appointment.Requested it -> Optional.of(it.cancel(cancellation));
            case Appointment.Confirmed it -> Optional.of(it.cancel(cancellation));
            case Appointment.Declined _, Appointment.Cancelled _, Appointment.Fulfilled _, Appointment.NoShow _ ->
                Optional.empty();
        };
    }
}
