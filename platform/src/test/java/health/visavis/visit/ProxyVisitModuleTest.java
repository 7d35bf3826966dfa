package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.ProxyScope;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.proxy.EndProxy;
import health.visavis.proxy.ProxyFixtures;
import health.visavis.recording.AnswerRecording;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.TakeSeat.SeatOutcome;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A parent sits in for a child.
@PlatformTest
class ProxyVisitModuleTest {

    @Autowired
    private TakeSeat takeSeat;

    @Autowired
    private InTheCall inTheCall;

    @Autowired
    private ArriveAtVisit arriveAtVisit;

    @Autowired
    private AdmitPatient admitPatient;

    @Autowired
    private AnswerRecording answerRecording;

    @Autowired
    private EndProxy endProxy;

    @Autowired
    private ProxyFixtures proxies;

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private PeopleFixtures people;

    private Actor child;
    private Actor mother;
    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void aVisit() {
        child = people.patient();
        mother = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.planned(child, doctor);
    }

    @Test
    @Requirement("IAM-10")
    void theMotherWaitsIsLetInAndSitsThereUnderHerOwnName() {
        proxies.grant(child, mother, ProxyScope.VISITS);
        arriveAtVisit.arrive(acting(), visit);
        assertThat(takeSeat.take(acting(), visit)).isInstanceOf(SeatOutcome.NotAdmitted.class);
        admitPatient.admit(doctor, visit);
        takeSeat.take(doctor, visit);

        assertThat(takeSeat.take(acting(), visit)).isInstanceOfSatisfying(SeatOutcome.Taken.class, taken -> {
            assertThat(taken.seat().part()).isEqualTo(SeatSummary.Part.PATIENT);
            assertThat(taken.seat().presents()).isFalse();
            assertThat(taken.others()).hasSize(1);
        });
        assertThat(takeSeat.take(child, visit)).as("beside the child").isInstanceOf(SeatOutcome.Taken.class);
        assertThat(inTheCall.people(visit)).contains(mother.person(), child.person(), doctor.person());
    }

    @Test
    void whoeverMayNotActAnyMoreGetsUpAtOnceAndTheChildStays() {
        var grant = proxies.grant(child, mother, ProxyScope.VISITS);
        visits.begin(child, doctor, visit);
        takeSeat.take(doctor, visit);
        takeSeat.take(child, visit);
        takeSeat.take(acting(), visit);

        endProxy.end(child, grant.id());

        assertThat(inTheCall.people(visit)).containsExactlyInAnyOrder(doctor.person(), child.person());
        assertThatThrownBy(() -> takeSeat.take(acting(), visit)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void nobodyAgreesToARecordingForThePatient() {
        proxies.grant(child, mother);

        assertThatThrownBy(() -> answerRecording.answer(acting(), visit, true, 1))
                .isInstanceOf(AccessDenied.class);
    }

    private Actor acting() {
        return mother.actingFor(Objects.requireNonNull(child.patient()));
    }
}
