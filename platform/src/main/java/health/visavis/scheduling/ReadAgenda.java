package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.scheduling.Agenda.Line;
import health.visavis.scheduling.store.AppointmentLists;
import health.visavis.scheduling.store.ClinicSchedules;
import health.visavis.scheduling.store.StoredAppointment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A clinician's day, for the clinician and for the team at the front desk.
@UseCase
public class ReadAgenda {

    private final Access access;
    private final ClinicSchedules schedules;
    private final AppointmentLists lists;
    private final People people;
    private final Clock clock;

    ReadAgenda(Access access, ClinicSchedules schedules, AppointmentLists lists, People people, Clock clock) {
        this.access = access;
        this.schedules = schedules;
        this.lists = lists;
        this.people = people;
        this.clock = clock;
    }

    /// @param day on the clinic's clock; null means today
    public Agenda read(Actor actor, ClinicianId clinician, @Nullable LocalDate day) {
        var receipt = access.require(actor, Action.READ_AGENDA.of(clinician));
        var now = clock.instant();
        var zone = zoneOf(clinician);
        var shown = day != null ? day : LocalDate.ofInstant(now, zone);
        var period = new TimeSlot(
                shown.atStartOfDay(zone).toInstant(),
                shown.plusDays(1).atStartOfDay(zone).toInstant());
        var appointments = lists.ofClinician(clinician, period);
        var requests = lists.openRequests(clinician, now);
        var patients = patientsOf(appointments, requests);
        access.showed(receipt, patients.keySet());
        return new Agenda(shown, zone, lines(appointments, patients), lines(requests, patients));
    }

    private ZoneId zoneOf(ClinicianId clinician) {
        var now = clock.instant();
        return schedules
                .find(clinician, now, now)
                .map(schedule -> schedule.hours().zone())
                .or(() -> people.clinician(clinician).map(ClinicianSummary::zone))
                .orElse(ZoneOffset.UTC);
    }

    private Map<PatientId, PatientSummary> patientsOf(List<StoredAppointment> some, List<StoredAppointment> others) {
        var ids = Stream.concat(some.stream(), others.stream())
                .map(each -> each.appointment().booking().participants().patient())
                .collect(Collectors.toSet());
        return people.patients(ids).stream().collect(Collectors.toMap(PatientSummary::id, Function.identity()));
    }

    /// A patient that people no longer know has no line; the appointment still blocks its time.
    private static List<Line> lines(List<StoredAppointment> stored, Map<PatientId, PatientSummary> patients) {
        var lines = new ArrayList<Line>();
        for (var each : stored) {
            var summary = AppointmentSummary.of(each.appointment(), each.version());
            var patient = patients.get(summary.patient());
            if (patient != null) {
                lines.add(new Line(summary, patient));
            }
        }
        return lines;
    }
}
