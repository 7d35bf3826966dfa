package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.journey.Relay;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.secrets.TestSecrets;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.CallCredential;
import health.visavis.visit.CallCredential.Direct;
import health.visavis.visit.CallCredential.IceServer;
import health.visavis.visit.EndVisit;
import health.visavis.visit.JoinCall;
import health.visavis.visit.JoinCall.JoinOutcome;
import health.visavis.visit.ReturnToWaiting;
import health.visavis.visit.VisitFixtures;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.domain.TurnPass;
import health.visavis.web.live.LiveTopicGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Who is not admitted, or not any more, holds nothing that works: neither a place in the call nor its news, and no
/// pass for a TURN server, tried at a real one that checks signatures. One that looks passes up refuses them at once:
/// `PassesTakenBackModuleTest`. What a vendor gave out is tried in `AcsVisitModuleTest`.
@ServerTest
class NothingHeldModuleTest {

    /// For as long a pass that was given out opens a relay where a TURN server knows only its signature and its end.
    private static final Duration PASSES_LIVE = Duration.ofMinutes(10);

    private static final int UNAUTHORIZED = 401;

    private static Relay relay;

    @DynamicPropertySource
    static void turn(DynamicPropertyRegistry registry) {
        Relay.assumeInstalled();
        relay = Relay.start();
        registry.add("visavis.ice.turn-urls", () -> relay.url());
        registry.add("visavis.ice.turn-secret", () -> TestSecrets.inFile(relay.secret()));
    }

    @AfterAll
    static void stop() {
        relay.close();
    }

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private AdmitPatient admitPatient;

    @Autowired
    private ReturnToWaiting returnToWaiting;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private JoinCall joinCall;

    @Autowired
    private LiveEvents live;

    @Autowired
    private List<LiveTopicGuard> guards;

    private Actor patient;
    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void thePatientWaits() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.waiting(patient, doctor);
    }

    @Test
    void whoWaitsGetsNoPassAndCannotMakeOne() throws Exception {
        assertThat(joinCall.join(patient, visit)).isEqualTo(new JoinOutcome.NotAdmitted());

        try (var turn = new TurnClient(relay.url())) {
            assertThat(turn.allocateWithoutCredentials()).isEqualTo(UNAUTHORIZED);
            assertThat(turn.allocate(Instant.now().plusSeconds(600).getEpochSecond() + ":me", "a-guess"))
                    .isEqualTo(UNAUTHORIZED);
        }
    }

    @Test
    void aPassOpensARelayForTheTimeItSaysAndNotASecondMore() throws Exception {
        admitPatient.admit(doctor, visit);
        var pass = pass(patient);

        assertThat(allocated(pass.userName(), pass.password().reveal())).isEqualTo(200);
        assertThat(Instant.ofEpochSecond(Long.parseLong(pass.userName().split(":")[0])))
                .isBefore(Instant.now().plus(PASSES_LIVE).plusSeconds(5));
        var longer = (Long.parseLong(pass.userName().split(":")[0]) + 3_600) + ":"
                + pass.userName().split(":")[1];
        assertThat(allocated(longer, pass.password().reveal()))
                .as("a pass that its holder has made longer")
                .isEqualTo(UNAUTHORIZED);
        var over = TurnPass.issue(
                Sensitive.of(relay.secret()), SeatId.next(), Instant.now().minusSeconds(5));
        assertThat(allocated(over.userName(), over.password().reveal()))
                .as("a pass that is over")
                .isEqualTo(UNAUTHORIZED);
    }

    @Test
    void whoIsPutBackGetsNoOtherPassAndNoSeat() {
        admitPatient.admit(doctor, visit);
        pass(patient);

        returnToWaiting.putBack(doctor, visit);

        assertThat(joinCall.join(patient, visit)).isEqualTo(new JoinOutcome.NotAdmitted());
    }

    @Test
    void afterTheVisitNobodySitsDownAnyMore() {
        admitPatient.admit(doctor, visit);
        pass(patient);
        pass(doctor);

        endVisit.end(doctor, visit);

        assertThat(joinCall.join(patient, visit)).isNotInstanceOf(JoinOutcome.Joined.class);
        assertThat(joinCall.join(doctor, visit)).isNotInstanceOf(JoinOutcome.Joined.class);
    }

    @Test
    void whoHasNoPartInTheVisitHearsNothingOfIt() {
        admitPatient.admit(doctor, visit);
        var guard = guards.stream()
                .filter(each -> each.prefix().equals("visit"))
                .findFirst()
                .orElseThrow();

        for (var stranger : List.of(people.patient(), scheduling.doctorWithHours(), people.admin())) {
            assertThatThrownBy(() -> guard.require(stranger, visit.value())).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> joinCall.join(stranger, visit)).isInstanceOf(AccessDenied.class);
        }
    }

    private IceServer pass(Actor actor) {
        var joined = (JoinOutcome.Joined) joinCall.join(actor, visit);
        return ((Direct) (CallCredential) joined.credential())
                .iceServers().stream()
                        .filter(server -> server.password() != null)
                        .findFirst()
                        .orElseThrow();
    }

    private static int allocated(String user, String password) throws Exception {
        try (var turn = new TurnClient(relay.url())) {
            return turn.allocate(user, password);
        }
    }
}
