package health.visavis.recording;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.EndVisit;
import health.visavis.visit.LeaveSeat;
import health.visavis.visit.TakeSeat;
import health.visavis.visit.TakeSeat.SeatOutcome.Taken;
import health.visavis.visit.VisitFixtures;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Visits with both in the call, for tests of recording.
@Component
public class RecordedVisit {

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final PeopleFixtures people;
    private final SchedulingFixtures scheduling;
    private final VisitFixtures visits;
    private final TakeSeat takeSeat;
    private final LeaveSeat leaveSeat;
    private final EndVisit endVisit;

    RecordedVisit(
            PeopleFixtures people,
            SchedulingFixtures scheduling,
            VisitFixtures visits,
            TakeSeat takeSeat,
            LeaveSeat leaveSeat,
            EndVisit endVisit) {
        this.people = people;
        this.scheduling = scheduling;
        this.visits = visits;
        this.takeSeat = takeSeat;
        this.leaveSeat = leaveSeat;
        this.endVisit = endVisit;
    }

    public record Meeting(Actor patient, Actor doctor, VisitId visit) {}

    /// Both sit in the call.
    public Meeting meeting() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var visit = visits.begun(patient, doctor);
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

    /// Somebody who has not been asked has a seat; then the patient's page sits down again, so that everybody is
    /// counted.
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
