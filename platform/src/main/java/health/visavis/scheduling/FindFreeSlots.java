package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.People;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.FreeTimes;
import health.visavis.scheduling.domain.Party;
import health.visavis.scheduling.store.AppointmentLists;
import health.visavis.scheduling.store.ClinicSchedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which times of a clinician can be booked.
@UseCase
public class FindFreeSlots {

    private static final Duration FARTHEST = Duration.ofDays(BookingRules.FARTHEST_HORIZON + 2L);

    private final Access access;
    private final AppointmentSubjects subjects;
    private final AppointmentChanges changes;
    private final ClinicSchedules schedules;
    private final AppointmentLists lists;
    private final People people;
    private final Clock clock;

    FindFreeSlots(
            Access access,
            AppointmentSubjects subjects,
            AppointmentChanges changes,
            ClinicSchedules schedules,
            AppointmentLists lists,
            People people,
            Clock clock) {
        this.access = access;
        this.subjects = subjects;
        this.changes = changes;
        this.schedules = schedules;
        this.lists = lists;
        this.people = people;
        this.clock = clock;
    }

    /// A patient is not offered times at which he has another appointment.
    ///
    /// @return empty when the clinician is unknown, sees nobody any more or has no hours
    public Optional<FreeSlots> toBook(Actor actor, ClinicianId clinician, TimeSlot period) {
        access.require(actor, Action.FIND_FREE_SLOTS.of(clinician));
        var patient = actor.patient();
        return free(clinician, new Seeking(patient, patient == null ? Party.CLINIC : Party.PATIENT, null), period);
    }

    /// For staff who book for a patient: the patient's other appointments count, the notice a patient has to give
    /// does not.
    ///
    /// @return empty when the clinician is unknown, sees nobody any more or has no hours
    public Optional<FreeSlots> toBookFor(Actor actor, PatientId patient, ClinicianId clinician, TimeSlot period) {
        access.require(actor, Action.PREPARE_APPOINTMENT.of(patient, clinician.value()));
        return free(clinician, new Seeking(patient, Sides.of(actor, patient), null), period);
    }

    /// The appointment does not stand in its own way; the times of both sides count.
    ///
    /// @return empty when the clinician sees nobody any more or has no hours
    public Optional<FreeSlots> toMove(Actor actor, AppointmentId appointment, TimeSlot period) {
        access.require(actor, Action.READ_APPOINTMENT.on(subjects.of(appointment)));
        var current = changes.summary(appointment);
        return free(
                current.clinician(),
                new Seeking(current.patient(), Sides.of(actor, current.patient()), appointment),
                period);
    }

    private Optional<FreeSlots> free(ClinicianId clinician, Seeking seeking, TimeSlot period) {
        if (!people.seesPatients(clinician)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return schedules.find(clinician, now, now.plus(FARTHEST)).map(schedule -> free(schedule, seeking, period, now));
    }

    private FreeSlots free(ClinicSchedule schedule, Seeking seeking, TimeSlot period, Instant now) {
        var hours = schedule.hours();
        var everything = new TimeSlot(now, now.plus(FARTHEST));
        var taken = lists.taken(hours.clinician(), seeking.patient(), everything, seeking.except());
        var free = new FreeTimes(schedule, taken, seeking.side(), now);
        List<TimeSlot> inPeriod = free.between(period.start(), period.end()).toList();
        var next = free.between(period.end(), free.horizon()).findFirst().orElse(null);
        return new FreeSlots(hours.clinician(), hours.zone(), inPeriod, next, free.horizon());
    }

    private record Seeking(
            @Nullable PatientId patient,
            Party side,
            @Nullable AppointmentId except) {}
}
