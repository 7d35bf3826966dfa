package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.People;
import health.visavis.scheduling.domain.FreeTimes;
import health.visavis.scheduling.domain.Party;
import health.visavis.scheduling.store.AppointmentLists;
import health.visavis.scheduling.store.ClinicSchedules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// With whom an appointment can be made, by name.
@UseCase
public class ListBookableClinicians {

    private static final Duration AHEAD = Duration.ofDays(60);

    private final Access access;
    private final People people;
    private final ClinicSchedules schedules;
    private final AppointmentLists lists;
    private final Clock clock;

    ListBookableClinicians(
            Access access, People people, ClinicSchedules schedules, AppointmentLists lists, Clock clock) {
        this.access = access;
        this.people = people;
        this.schedules = schedules;
        this.lists = lists;
        this.clock = clock;
    }

    public List<BookableClinician> list(Actor actor) {
        access.require(actor, Action.LIST_CLINICIANS.anyone());
        return bookable(actor.patient() == null ? Party.CLINIC : Party.PATIENT);
    }

    /// For staff who book for a patient.
    public List<BookableClinician> listFor(Actor actor, PatientId patient) {
        access.require(actor, Action.PREPARE_APPOINTMENT.of(patient));
        return bookable(Sides.of(actor, patient));
    }

    private List<BookableClinician> bookable(Party side) {
        var now = clock.instant();
        var hours = schedules.all(now, now.plus(AHEAD)).stream()
                .collect(Collectors.toMap(schedule -> schedule.hours().clinician(), Function.identity()));
        var taken = lists.takenByClinician(new TimeSlot(now, now.plus(AHEAD)));
        var bookable = new ArrayList<BookableClinician>();
        for (var clinician : people.clinicians()) {
            var schedule = hours.get(clinician.id());
            if (schedule != null) {
                var busy = taken.getOrDefault(clinician.id(), List.of());
                bookable.add(bookable(clinician, new FreeTimes(schedule, busy, side, now)));
            }
        }
        return bookable;
    }

    private static BookableClinician bookable(ClinicianSummary clinician, FreeTimes free) {
        var first = free.between(free.now(), free.now().plus(AHEAD)).findFirst().orElse(null);
        return new BookableClinician(clinician, free.schedule().hours().zone(), first);
    }
}
