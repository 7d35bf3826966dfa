package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.PlatformTestApplication;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Origin;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.VisitId;
import health.visavis.links.Links.Attempt;
import health.visavis.live.LiveEvents;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.fault.Fault;
import health.visavis.visit.AdmitGuest;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.AttendAsGuest;
import health.visavis.visit.CallCredential;
import health.visavis.visit.CallCredential.Hosted;
import health.visavis.visit.EndVisit;
import health.visavis.visit.GuestInvitation;
import health.visavis.visit.GuestKind;
import health.visavis.visit.InviteGuest;
import health.visavis.visit.InviteGuest.InvitationOutcome;
import health.visavis.visit.JoinCall;
import health.visavis.visit.JoinCall.JoinOutcome;
import health.visavis.visit.OpenGuestLink;
import health.visavis.visit.PromoteGuest;
import health.visavis.visit.RemoveGuest;
import health.visavis.visit.ReturnToWaiting;
import health.visavis.visit.VisitFixtures;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A whole visit on the vendor, as the application is configured for Azure; only the vendor is simulated.
@SpringBootTest(
        classes = PlatformTestApplication.class,
        properties = "visavis.visit.engines=acs,direct,audio,telephone")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class AcsVisitModuleTest {

    @DynamicPropertySource
    static void azure(DynamicPropertyRegistry registry) {
        SimulatedAcs.configure(registry, SimulatedAcs.simulator());
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
    private InviteGuest inviteGuest;

    @Autowired
    private OpenGuestLink openGuestLink;

    @Autowired
    private AttendAsGuest attend;

    @Autowired
    private AdmitGuest admitGuest;

    @Autowired
    private PromoteGuest promoteGuest;

    @Autowired
    private RemoveGuest removeGuest;

    @Autowired
    private JoinCall joinCall;

    @Autowired
    private LiveEvents live;

    private final AcsSimulator simulator = SimulatedAcs.simulator();
    private Actor patient;
    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void thePatientWaits() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.waiting(patient, doctor);
    }

    @AfterEach
    void everythingIsWellAgain() {
        simulator.faults().clear();
        assertThat(simulator.services().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.askedWrongly()).isEmpty());
    }

    @Test
    void whoIsNotAdmittedHoldsNothingAndNothingIsMadeForThem() {
        var users = simulator.services().identities().users();

        assertThat(joinCall.join(patient, visit)).isEqualTo(new JoinOutcome.NotAdmitted());

        assertThat(simulator.services().identities().users()).isEqualTo(users);
    }

    @Test
    @Requirement("APP-04")
    void bothComeIntoOneRoomWithATokenOfTheirOwn() {
        admitPatient.admit(doctor, visit);

        var ofDoctor = hosted(doctor);
        var ofPatient = hosted(patient);

        assertThat(ofPatient.room()).isEqualTo(ofDoctor.room());
        assertThat(ofPatient.identity()).isNotEqualTo(ofDoctor.identity());
        assertThat(admitted(ofDoctor)).isTrue();
        assertThat(admitted(ofPatient)).isTrue();
        assertThat(simulator
                        .services()
                        .rooms()
                        .find(ofDoctor.room())
                        .orElseThrow()
                        .participants())
                .containsEntry(ofDoctor.identity(), "Presenter")
                .containsEntry(ofPatient.identity(), "Attendee");
    }

    @Test
    void whoIsPutBackHoldsNothingThatWorks() {
        admitPatient.admit(doctor, visit);
        var ofDoctor = hosted(doctor);
        var ofPatient = hosted(patient);

        returnToWaiting.putBack(doctor, visit);

        await().untilAsserted(() -> assertThat(admitted(ofPatient)).isFalse());
        await().untilAsserted(() ->
                assertThat(simulator.services().identities().users()).doesNotContain(ofPatient.identity()));
        assertThat(admitted(ofDoctor)).isTrue();
    }

    @Test
    @Requirement("APP-05")
    void aGuestAttendsACoHostPresentsAndWhoIsRemovedHoldsNothingThatWorks() {
        admitPatient.admit(doctor, visit);
        var ofDoctor = hosted(doctor);
        var daughter = guest(GuestKind.FAMILY);
        var colleague = guest(GuestKind.CLINICIAN);
        promoteGuest.promote(doctor, visit, colleague.person().value());

        var ofDaughter = hosted(daughter);
        var ofColleague = hosted(colleague);

        assertThat(admitted(ofDaughter)).isTrue();
        assertThat(simulator
                        .services()
                        .rooms()
                        .find(ofDoctor.room())
                        .orElseThrow()
                        .participants())
                .containsEntry(ofDaughter.identity(), "Attendee")
                .containsEntry(ofColleague.identity(), "Presenter");

        removeGuest.remove(doctor, visit, daughter.person().value());

        await().untilAsserted(() -> assertThat(admitted(ofDaughter)).isFalse());
        await().untilAsserted(() ->
                assertThat(simulator.services().identities().users()).doesNotContain(ofDaughter.identity()));
        assertThat(admitted(ofColleague)).isTrue();
        assertThat(admitted(ofDoctor)).isTrue();
    }

    @Test
    void afterTheVisitNothingOfItIsLeftAtTheVendor() {
        admitPatient.admit(doctor, visit);
        var ofDoctor = hosted(doctor);
        var ofPatient = hosted(patient);

        endVisit.end(doctor, visit);

        await().untilAsserted(() -> {
            assertThat(simulator.services().rooms().find(ofDoctor.room())).isEmpty();
            assertThat(simulator.services().identities().users())
                    .doesNotContain(ofDoctor.identity(), ofPatient.identity());
        });
        assertThat(admitted(ofDoctor)).isFalse();
        assertThat(admitted(ofPatient)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /rooms", "POST /identities", "PATCH /rooms/.*", "POST .*:issueAccessToken"})
    void whateverTheVendorRefusesTheVisitGoesOnWithoutIt(String requests) {
        simulator.faults().always(requests, new Fault.Failed(500));
        admitPatient.admit(doctor, visit);

        assertThat(credential(doctor)).isInstanceOf(CallCredential.Direct.class);
        assertThat(credential(patient)).isInstanceOf(CallCredential.Direct.class);
    }

    private Actor guest(GuestKind kind) {
        var invited = (InvitationOutcome.Invited)
                inviteGuest.invite(doctor, visit, UUID.randomUUID(), new GuestInvitation(kind, null, "Somebody"));
        var origin = new Origin("192.0.2.9", "browser-" + invited.guest(), "test");
        openGuestLink.take(new Attempt("192.0.2.9", invited.token()), "Somebody", origin);
        var guest = Actors.guest(new PersonId(invited.guest()), origin.session());
        attend.arrive(guest, visit);
        admitGuest.admit(doctor, visit, invited.guest());
        return guest;
    }

    private Hosted hosted(Actor actor) {
        return (Hosted) credential(actor);
    }

    private CallCredential credential(Actor actor) {
        return ((JoinOutcome.Joined) joinCall.join(actor, visit)).credential();
    }

    private boolean admitted(Hosted credential) {
        return simulator.services().admits(credential.room(), credential.token().reveal());
    }
}
