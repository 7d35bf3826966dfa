package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.People;
import health.visavis.people.domain.Tie;
import health.visavis.scheduling.domain.Appointment;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.Party;
import health.visavis.scheduling.store.Appointments;
import health.visavis.scheduling.store.ClinicSchedules;
import health.visavis.scheduling.store.Entry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/// Either side finds another time. Moved by the patient it has to be confirmed again; moved by the clinic it
/// stays as agreed.
@UseCase
public class MoveAppointment {

    private final Access access;
    private final AppointmentSubjects subjects;
    private final AppointmentChanges changes;
    private final Appointments appointments;
    private final ClinicSchedules schedules;
    private final OtherTimes otherTimes;
    private final People people;
    private final BeginCareRelationship care;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoveAppointment(
            Access access,
            AppointmentSubjects subjects,
            AppointmentChanges changes,
            Appointments appointments,
            ClinicSchedules schedules,
            OtherTimes otherTimes,
            People people,
            BeginCareRelationship care,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.subjects = subjects;
        this.changes = changes;
        this.appointments = appointments;
        this.schedules = schedules;
        this.otherTimes = otherTimes;
        this.people = people;
        this.care = care;
        this.events = events;
        this.clock = clock;
    }

    public MoveOutcome move(Actor actor, AppointmentRevision revision, Instant newStart) {
        access.require(actor, Action.MOVE_APPOINTMENT.on(subjects.of(revision.id())));
        var now = clock.instant();
        var current = changes.summary(revision.id());
        if (current.version() != revision.version() || !current.state().open()) {
            return new MoveOutcome.ChangedMeanwhile(current);
        }
        if (!current.slot().start().isAfter(now)) {
            return new MoveOutcome.TimePassed(current);
        }
        if (current.slot().start().equals(newStart)) {
            return new MoveOutcome.Moved(current);
        }
        if (!people.seesPatients(current.clinician())) {
            return new MoveOutcome.ClinicianLeft(current);
        }
        return schedules
                .find(current.clinician(), now, later(now, newStart).plus(OtherTimes.NEAR))
                .map(schedule -> new Attempt(current, Sides.of(actor, current.patient()), schedule, newStart, now))
                .map(this::move)
                .orElseGet(() -> new MoveOutcome.OutsideClinicHours(List.of()));
    }

    private MoveOutcome move(Attempt attempt) {
        var slot = attempt.slot();
        if (slot.isEmpty()) {
            return new MoveOutcome.OutsideClinicHours(others(attempt));
        }
        if (!attempt.schedule().hours().rules().comesInTime(slot.get(), attempt.by(), attempt.now())) {
            return new MoveOutcome.TooLate(others(attempt));
        }
        var current = attempt.current();
        var stored = changes.get(current.id()).appointment();
        return moved(stored, slot.get(), attempt)
                .map(next -> switch (appointments.moveTo(next, current.version())) {
                    case Entry.Entered entered -> announced(AppointmentSummary.of(next, entered.version()), attempt);
                    case Entry.ClinicianTaken _ -> new MoveOutcome.SlotTaken(others(attempt));
                    case Entry.PatientTaken _ -> new MoveOutcome.PatientBusy(others(attempt));
                    case Entry.Outdated _ -> new MoveOutcome.ChangedMeanwhile(changes.summary(current.id()));
                    case Entry.AlreadyEntered _ -> throw new IllegalStateException("a move enters nothing new");
                })
                .orElseGet(() -> new MoveOutcome.ChangedMeanwhile(changes.summary(current.id())));
    }

    private MoveOutcome announced(AppointmentSummary moved, Attempt attempt) {
        care.begin(
                moved.patient(),
                moved.clinician(),
                new Tie.Appointment(moved.slot().end()));
        events.publishEvent(new AppointmentMoved(
                TimeOrderedId.next(), moved, attempt.current().slot(), attempt.by()));
        return new MoveOutcome.Moved(moved);
    }

    private List<TimeSlot> others(Attempt attempt) {
        var current = attempt.current();
        var seeker = new OtherTimes.Seeker(current.patient(), attempt.by());
        return otherTimes.near(attempt.newStart(), attempt.schedule(), seeker, current.id());
    }

    private static Optional<Appointment> moved(Appointment appointment, TimeSlot slot, Attempt attempt) {
        return switch (appointment) {
            case Appointment.Requested it -> Optional.of(it.moveTo(slot, attempt.now()));
            case Appointment.Confirmed it ->
                Optional.of(
                        switch (attempt.by()) {
                            case PATIENT -> it.moveByPatient(slot, attempt.now());
                            case CLINIC -> it.moveByClinic(slot, attempt.now());
                        });
            case Appointment.Declined _, Appointment.Cancelled _, Appointment.Fulfilled _, Appointment.NoShow _ ->
                Optional.empty();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// A wish to move, with everything that decides it.
    private record Attempt(
            AppointmentSummary current, Party by, ClinicSchedule schedule, Instant newStart, Instant now) {

        Optional<TimeSlot> slot() {
            var hours = schedule.hours();
            return schedule.slotStarting(newStart)
                    .filter(found -> found.start().isBefore(hours.rules().horizon(now, hours.zone())));
        }
    }
}
