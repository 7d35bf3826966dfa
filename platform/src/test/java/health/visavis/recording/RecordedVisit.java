package health.visavis.recording;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.ArriveAtVisit;
import health.visavis.visit.EndVisit;
import health.visavis.visit.LeaveSeat;
import health.visavis.visit.OpenVisit;
import health.visavis.visit.TakeSeat;
import health.visavis.visit.TakeSeat.SeatOutcome.Taken;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Visits with both in the call, for tests of recording.
@Component
public class RecordedVisit {

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final PeopleFixtures people;
    private final SchedulingFixtures scheduling;
    private final OpenVisit openVisit;
    private final ArriveAtVisit arriveAtVisit;
    private final AdmitPatient admitPatient;
    private final TakeSeat takeSeat;
    private final LeaveSeat leaveSeat;
    private final EndVisit endVisit;

    RecordedVisit(
            PeopleFixtures people,
            SchedulingFixtures scheduling,
            OpenVisit openVisit,
            ArriveAtVisit arriveAtVisit,
            AdmitPatient admitPatient,
            TakeSeat takeSeat,
            LeaveSeat leaveSeat,
            EndVisit endVisit) {
        this.people = people;
        this.scheduling = scheduling;
        this.openVisit = openVisit;
        this.arriveAtVisit = arriveAtVisit;
        this.admitPatient = admitPatient;
        this.takeSeat = takeSeat;
        this.leaveSeat = leaveSeat;
        this.endVisit = endVisit;
    }

    public record Meeting(Actor patient, Actor doctor, VisitId visit) {}

    /// Both sit in the call.
    public Meeting meeting() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.confirmedFor(patient, doctor);
        var visit = openVisit.open(
                Actors.system(),
                new AppointmentId(appointment.id().value()),
                Objects.requireNonNull(patient.patient()),
                Objects.requireNonNull(doctor.clinician()),
                appointment.slot());
        arriveAtVisit.arrive(patient, visit);
        admitPatient.admit(doctor, visit);
        var meeting = new Meeting(patient, doctor, visit);
        sits(doctor, visit);
        sits(patient, visit);
        return meeting;
    }

    public int sits(Actor actor, VisitId visit) {
        return ((Taken) takeSeat.take(actor, visit)).seat().epoch();
    }

    public void leaves(Actor actor, VisitId visit, int epoch) {
        leaveSeat.leave(actor, visit, epoch);
    }

    /// Somebody who has not been asked has a seat; then the patient's page sits down again, so that everybody is counted.
    public void somebodyElseSitsDown(Meeting meeting, PersonId somebody) {
        database.update(
                "INSERT INTO visit_seat (id, visit_id, person_id, part, epoch, taken_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, 'PATIENT', 1, now())",
                meeting.visit().value(),
                somebody.value());
        sits(meeting.patient(), meeting.visit());
    }

    public void somebodyElseLeaves(Meeting meeting, PersonId somebody) {
        database.update(
                "UPDATE visit_seat SET left_at = now() WHERE visit_id = ? AND person_id = ?",
                meeting.visit().value(),
                somebody.value());
        sits(meeting.patient(), meeting.visit());
    }

    public void ends(Meeting meeting) {
        endVisit.end(meeting.doctor(), meeting.visit());
    }
}
