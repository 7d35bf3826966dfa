package health.visavis.visit;

import static health.visavis.Crowd.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.MoveAppointment;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.EndVisit.EndOutcome;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The end of a visit changes its appointment, and a change of an appointment reaches its visit: both at once, in the
/// order that the module's description gives, so that neither waits for the other for ever.
@PlatformTest
class EndWhileMovedModuleTest {

    private static final int VISITS = 20;

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private MoveAppointment moveAppointment;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private ReadVisit readVisit;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());

    @Test
    void whoeverEndsAVisitWhileItsAppointmentMovesLocksNobodyUp() throws Exception {
        var begun = IntStream.range(0, VISITS).mapToObj(_ -> begun()).toList();

        for (var visit : begun) {
            moveAppointment.move(visit.doctor(), visit.appointment().revision(), visit.later());
            assertThat(endVisit.end(visit.doctor(), visit.id())).isEqualTo(new EndOutcome.Ended());
        }

        assertThat(begun).allSatisfy(this::isOverAndInStep);
    }

    @Test
    void twoWhoEndAVisitAtOnceAndOneWhoMovesItsAppointmentLockNobodyUp() throws Exception {
        var begun = IntStream.range(0, VISITS).mapToObj(_ -> begun()).toList();

        for (var visit : begun) {
            atOnce(List.<Callable<Object>>of(
                    () -> endVisit.end(visit.doctor(), visit.id()),
                    () -> moveAppointment.move(
                            visit.doctor(), visit.appointment().revision(), visit.later()),
                    () -> endVisit.end(visit.doctor(), visit.id())));
        }

        assertThat(begun).allSatisfy(this::isOverAndInStep);
    }

    private record Begun(Actor doctor, AppointmentSummary appointment, Instant later) {

        VisitId id() {
            return new VisitId(appointment.id().value());
        }
    }

    private Begun begun() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var visit = new Begun(
                doctor,
                scheduling.confirmedFor(patient, doctor),
                scheduling.freeTimes(doctor).get(20).start());
        visits.begin(patient, doctor, visit.id());
        return visit;
    }

    /// A listener that lost against a deadlock would leave its event behind.
    private void isOverAndInStep(Begun visit) {
        assertThat(readVisit.read(visit.doctor(), visit.id()).status()).isEqualTo(VisitStatus.FINISHED);
        await().untilAsserted(() -> assertThat(database.sql("""
                        SELECT count(*) FROM event_publication
                         WHERE listener_id = 'visit.follow-appointment' AND completion_date IS NULL
                           AND position(? IN serialized_event) > 0
                        """)
                        .param(visit.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero());
    }
}
