package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Origin;
import health.visavis.journey.Relay;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.links.Links.Attempt;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.AdmitGuest;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.ArriveAtVisit;
import health.visavis.visit.AttendAsGuest;
import health.visavis.visit.CallCredential.Direct;
import health.visavis.visit.CallCredential.IceServer;
import health.visavis.visit.EndVisit;
import health.visavis.visit.GuestInvitation;
import health.visavis.visit.GuestKind;
import health.visavis.visit.InviteGuest;
import health.visavis.visit.InviteGuest.InvitationOutcome.Invited;
import health.visavis.visit.JoinCall;
import health.visavis.visit.JoinCall.FreshPass;
import health.visavis.visit.JoinCall.JoinOutcome.Joined;
import health.visavis.visit.LeaveSeat;
import health.visavis.visit.OpenGuestLink;
import health.visavis.visit.RemoveGuest;
import health.visavis.visit.ReturnGuest;
import health.visavis.visit.ReturnToWaiting;
import health.visavis.visit.VisitFixtures;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Passes at a real coturn that looks each of them up in our database, signed in there as `visavis_turn`: good while
/// somebody sits in the call, and refused from the moment on in which they do not any more.
@ServerTest
class PassesTakenBackModuleTest {

    private static final int OPENED = 200;
    private static final int UNAUTHORIZED = 401;

    private static Relay relay;

    @DynamicPropertySource
    static void turn(DynamicPropertyRegistry registry) {
        Relay.assumeInstalled();
        relay = Relay.startLookingUp(TestDatabase.url(), "turn");
        registry.add("visavis.ice.turn-urls", () -> relay.url());
        registry.add("visavis.ice.turn-check", () -> "DATABASE");
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
    private ArriveAtVisit arriveAtVisit;

    @Autowired
    private AdmitPatient admitPatient;

    @Autowired
    private ReturnToWaiting returnToWaiting;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private LeaveSeat leaveSeat;

    @Autowired
    private JoinCall joinCall;

    @Autowired
    private InviteGuest inviteGuest;

    @Autowired
    private OpenGuestLink openGuestLink;

    @Autowired
    private AttendAsGuest attend;

    @Autowired
    private AdmitGuest admitGuest;

    @Autowired
    private ReturnGuest returnGuest;

    @Autowired
    private RemoveGuest removeGuest;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    private final JdbcClient relays =
            JdbcClient.create(new DriverManagerDataSource(TestDatabase.url(), "visavis_turn", "turn"));

    private Actor patient;
    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void theVisitHasBegun() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.begun(patient, doctor);
    }

    @Test
    void onlyAPassThatWasGivenOutOpensARelay() throws Exception {
        var pass = pass(joined(patient));

        assertThat(allocated(pass)).isEqualTo(OPENED);
        assertThat(allocated(pass.userName(), "a-guess")).isEqualTo(UNAUTHORIZED);
        var longer = "9" + pass.userName();
        assertThat(allocated(longer, password(pass)))
                .as("a pass that its holder has made longer")
                .isEqualTo(UNAUTHORIZED);
    }

    @Test
    void whoIsPutBackIsRefusedAtOnceAndNobodyElse() throws Exception {
        var patients = pass(joined(patient));
        var doctors = pass(joined(doctor));
        assertThat(allocated(patients)).isEqualTo(OPENED);

        returnToWaiting.putBack(doctor, visit);

        assertThat(allocated(patients)).isEqualTo(UNAUTHORIZED);
        assertThat(allocated(doctors)).isEqualTo(OPENED);
    }

    @Test
    void whoIsLetInAgainHasAPassThatWorksAndTheFormerOneStaysRefused() throws Exception {
        var former = pass(joined(patient));
        returnToWaiting.putBack(doctor, visit);

        admitPatient.admit(doctor, visit);

        assertThat(allocated(pass(joined(patient)))).isEqualTo(OPENED);
        assertThat(allocated(former)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void aGuestWhoIsPutBackOrRemovedIsRefusedAtOnceAndNobodyElse() throws Exception {
        var guest = guest();
        var id = guest.person().value();
        var patients = pass(joined(patient));
        var guests = pass(joined(guest));
        assertThat(allocated(guests)).isEqualTo(OPENED);

        returnGuest.putBack(doctor, visit, id);
        assertThat(allocated(guests)).as("put back").isEqualTo(UNAUTHORIZED);

        admitGuest.admit(doctor, visit, id);
        var again = pass(joined(guest));
        assertThat(allocated(again)).as("let in again").isEqualTo(OPENED);

        removeGuest.remove(doctor, visit, id);
        assertThat(allocated(again)).as("removed").isEqualTo(UNAUTHORIZED);
        assertThat(allocated(patients)).isEqualTo(OPENED);
    }

    @Test
    void whoHangsUpIsRefusedAtOnceAndNobodyElse() throws Exception {
        var joined = joined(patient);
        var doctors = pass(joined(doctor));

        leaveSeat.leave(patient, visit, joined.seat().epoch());

        assertThat(allocated(pass(joined))).isEqualTo(UNAUTHORIZED);
        assertThat(allocated(doctors)).isEqualTo(OPENED);
    }

    @Test
    void afterTheVisitNobodysPassOpensAnything() throws Exception {
        var patients = pass(joined(patient));
        var doctors = pass(joined(doctor));

        endVisit.end(doctor, visit);

        assertThat(allocated(patients)).isEqualTo(UNAUTHORIZED);
        assertThat(allocated(doctors)).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void whoStaysGetsAnotherPassThatWorks() throws Exception {
        var joined = joined(patient);

        var renewed =
                (FreshPass.Issued) joinCall.renew(patient, visit, joined.seat().epoch());

        assertThat(allocated(server((Direct) renewed.credential()))).isEqualTo(OPENED);
    }

    @Test
    void aPassThatHasEndedIsRefusedBeforeItIsForgotten() throws Exception {
        var joined = joined(patient);
        database.sql("UPDATE visit_relay_pass SET expires_at = now() WHERE user_name = ?")
                .param(pass(joined).userName())
                .update();

        assertThat(allocated(pass(joined))).isEqualTo(UNAUTHORIZED);
        assertThat(passes(joined)).isOne();
    }

    @Test
    void whatTheDatabaseKeepsIsNoPass() {
        var pass = pass(joined(patient));

        assertThat(relays.sql("SELECT hmackey FROM turnusers_lt WHERE name = ? AND realm = 'visavis'")
                        .param(pass.userName())
                        .query(String.class)
                        .single())
                .isNotEqualTo(password(pass))
                .matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM public.patient",
                "SELECT * FROM public.visit_seat",
                "SELECT * FROM public.visit_relay_pass",
                "INSERT INTO turnusers_lt (name, hmackey) VALUES ('me', 'mine')",
                "UPDATE turnusers_lt SET hmackey = 'mine'",
                "DELETE FROM turnusers_lt",
                "CREATE TABLE visavis_turn.mine (id int)",
                "CREATE TABLE public.mine (id int)",
                "SELECT public.audit_prune(1, 1)",
                "SET ROLE visavis_app"
            })
    void whatRelaysSignInAsMayNothingElse(String statement) {
        assertThatThrownBy(() -> relays.sql(statement).update()).hasStackTraceContaining("permission denied");
    }

    @Test
    void whatRelaysSignInAsSeesOneView() {
        assertThat(relays.sql("""
                        SELECT relation.oid::regclass::text || ' ' || privilege
                          FROM pg_class relation
                          JOIN pg_namespace schema ON schema.oid = relation.relnamespace
                         CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) privilege
                         WHERE schema.nspname NOT IN ('pg_catalog', 'information_schema')
                           AND schema.nspname NOT LIKE 'pg_toast%'
                           AND relation.relkind IN ('r', 'p', 'v', 'm', 'f')
                           AND has_table_privilege(relation.oid, privilege)
                        """).query(String.class).list()).containsExactly("turnusers_lt SELECT");
    }

    private Joined joined(Actor actor) {
        return (Joined) joinCall.join(actor, visit);
    }

    private static IceServer pass(Joined joined) {
        return server((Direct) joined.credential());
    }

    private static IceServer server(Direct direct) {
        return direct.iceServers().stream()
                .filter(server -> server.password() != null)
                .findFirst()
                .orElseThrow();
    }

    private int passes(Joined joined) {
        return database.sql("SELECT count(*) FROM visit_relay_pass WHERE seat_id = ?")
                .param(joined.seat().id())
                .query(Integer.class)
                .single();
    }

    private Actor guest() {
        var invited = (Invited) inviteGuest.invite(
                doctor, visit, UUID.randomUUID(), new GuestInvitation(GuestKind.FAMILY, null, "Her daughter"));
        var session = UUID.randomUUID().toString();
        var attempt = new Attempt("192.0.2.7", Sensitive.of(invited.token().reveal()));
        var entry = openGuestLink
                .take(attempt, "Ana", new Origin("192.0.2.2", session, "test"))
                .orElseThrow();
        var guest = Actors.guest(entry.guest(), session);
        attend.arrive(guest, visit);
        admitGuest.admit(doctor, visit, guest.person().value());
        return guest;
    }

    private static String password(IceServer pass) {
        return Objects.requireNonNull(pass.password()).reveal();
    }

    private static int allocated(IceServer pass) throws Exception {
        return allocated(Objects.requireNonNull(pass.userName()), password(pass));
    }

    private static int allocated(String user, String password) throws Exception {
        try (var turn = new TurnClient(relay.url())) {
            return turn.allocate(user, password);
        }
    }
}
