package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.scheduling.store.AppointmentLists;
import health.visavis.scheduling.store.StoredAppointment;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A patient looks at his own appointments.
@UseCase
public class ReadMyAppointments {

    private static final int PAST = 50;

    private final Access access;
    private final AppointmentLists lists;
    private final Clock clock;

    ReadMyAppointments(Access access, AppointmentLists lists, Clock clock) {
        this.access = access;
        this.lists = lists;
        this.clock = clock;
    }

    public MyAppointments read(Actor actor) {
        access.require(actor, Action.LIST_OWN_APPOINTMENTS.on(OwnSubject.of(actor)));
        var now = clock.instant();
        var patient = OwnSubject.patientOf(actor);
        var ahead = summaries(lists.ofPatientFrom(patient, now));
        var past = Stream.concat(
                        ahead.stream().filter(each -> !each.state().open()),
                        summaries(lists.ofPatientBefore(patient, now, PAST)).stream())
                .sorted(Comparator.comparing(
                                (AppointmentSummary each) -> each.slot().start())
                        .reversed())
                .toList();
        return new MyAppointments(
                ahead.stream().filter(each -> each.state().open()).toList(), past);
    }

    /// The next one that is requested or confirmed.
    public Optional<AppointmentSummary> next(Actor actor) {
        access.require(actor, Action.LIST_OWN_APPOINTMENTS.on(OwnSubject.of(actor)));
        return lists.nextOfPatient(OwnSubject.patientOf(actor), clock.instant())
                .map(stored -> AppointmentSummary.of(stored.appointment(), stored.version()));
    }

    private static List<AppointmentSummary> summaries(List<StoredAppointment> stored) {
        return stored.stream()
                .map(each -> AppointmentSummary.of(each.appointment(), each.version()))
                .toList();
    }
}
