package health.visavis.visit;

import static health.visavis.Crowd.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Access;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Origin;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.links.Links.Attempt;
import health.visavis.live.LiveEvent;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.AdmitGuest.GuestAdmission;
import health.visavis.visit.InviteGuest.InvitationOutcome;
import health.visavis.visit.PromoteGuest.Promotion;
import health.visavis.visit.ReportLineFailure.Failure;
import health.visavis.visit.ReportLineFailure.FailureOutcome;
import health.visavis.visit.SendSignal.Outgoing;
import health.visavis.visit.SendSignal.SignalOutcome;
import health.visavis.visit.TakeSeat.SeatOutcome;
import health.visavis.visit.store.Encounters;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// Somebody without an account takes part in a visit: from the invitation to being removed.
@PlatformTest
class GuestsModuleTest {

    private static final String NAME = "Mia";
    private static final GuestInvitation FAMILY = new GuestInvitation(GuestKind.FAMILY, null, "Her daughter");
    private static final GuestInvitation INTERPRETER = new GuestInvitation(GuestKind.INTERPRETER, "es", "Interpreter");
    private static final GuestInvitation CLINICIAN = new GuestInvitation(GuestKind.CLINICIAN, null, "Cardiology");

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
    private ReadVisit readVisit;

    @Autowired
    private ReadSeat readSeat;

    @Autowired
    private InviteGuest inviteGuest;

    @Autowired
    private ListGuests listGuests;

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

    @Autowired
    private PromoteGuest promoteGuest;

    @Autowired
    private RaiseHand raiseHand;

    @Autowired
    private BePresent bePresent;

    @Autowired
    private TakeSeat takeSeat;

    @Autowired
    private LeaveSeat leaveSeat;

    @Autowired
    private JoinCall joinCall;

    @Autowired
    private RenewPass renewPass;

    @Autowired
    private SendSignal sendSignal;

    @Autowired
    private ReceiveSignal receiveSignal;

    @Autowired
    private ReportQuality reportQuality;

    @Autowired
    private ReportLineFailure reportLineFailure;

    @Autowired
    private TryPictureAgain tryPictureAgain;

    @Autowired
    private Access access;

    @Autowired
    private Encounters encounters;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private LiveEvents live;

    @Autowired
    private MutableClock clock;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    private Actor patient = Actors.patient();
    private Actor doctor = Actors.doctor();
    private VisitId visit = VisitId.next();

    @BeforeEach
    void aVisitIsPlanned() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.planned(patient, doctor);
    }

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void theLinkTellsWhoInvitesAndUsesNothingUp() {
        var invited = invited(INTERPRETER);

        assertThat(openGuestLink.look(attempt(invited), "a browser")).hasValueSatisfying(to -> {
            assertThat(to.clinician()).isEqualTo(doctor.clinician());
            assertThat(to.language()).isEqualTo("es");
        });
        assertThat(openGuestLink.look(attempt(invited), "a browser")).isPresent();
        assertThat(states()).containsExactly(GuestSummary.State.INVITED);
        var session = opened(invited, "one").origin().session();
        assertThat(openGuestLink.look(attempt(invited), session).orElseThrow().here())
                .isTrue();
        assertThat(openGuestLink.look(attempt(invited), "another").orElseThrow().here())
                .isFalse();
    }

    @Test
    void aGuestWhoWasNotLetInHoldsNothing() {
        start();
        var guest = waiting(FAMILY);

        holdsNothing(guest);
        assertThat(attend.standing(guest, visit).visit().status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(attend.standing(guest, visit).visit().startedAt()).isNull();
    }

    @Test
    void guestsAreLetInOneByOne() {
        start();
        var daughter = waiting(FAMILY);
        var interpreter = waiting(INTERPRETER);

        assertThat(admitGuest.admit(doctor, visit, id(daughter))).isInstanceOf(GuestAdmission.Admitted.class);

        var seat = taken(daughter).seat();
        assertThat(seat.part()).isEqualTo(SeatSummary.Part.GUEST);
        assertThat(seat.name()).isEqualTo(NAME);
        assertThat(seat.presents()).isFalse();
        holdsNothing(interpreter);

        admitGuest.admit(doctor, visit, id(interpreter));
        var other = taken(interpreter);
        assertThat(other.seat().guest()).isEqualTo(GuestKind.INTERPRETER);
        assertThat(other.seat().language()).isEqualTo("es");
        assertThat(other.others()).extracting(SeatSummary::id).containsExactly(seat.id());
    }

    @Test
    void guestsSignalToEachOtherOverTheirSeats() {
        start();
        var daughter = admitted(FAMILY);
        var seat = taken(daughter).seat();
        var doctors = taken(doctor).seat();

        assertThat(sendSignal.send(daughter, visit, new Outgoing(1, doctors.id(), doctors.epoch(), "{}")))
                .isInstanceOf(SignalOutcome.Carried.class);
        assertThat(sendSignal.send(doctor, visit, new Outgoing(1, seat.id(), seat.epoch(), "{}")))
                .isInstanceOf(SignalOutcome.Carried.class);
        assertThat(receiveSignal.receive(daughter, visit, lastSignal())).isPresent();
        assertThat(receiveSignal.receive(patient, visit, lastSignal())).isEmpty();
    }

    @Test
    void nobodyIsLetInBeforeThePatient() {
        var guest = waiting(FAMILY);

        assertThat(admitGuest.admit(doctor, visit, id(guest))).isInstanceOf(GuestAdmission.NotStarted.class);
        holdsNothing(guest);
    }

    @Test
    void whoWasPutBackWaitsAndHoldsNothing() {
        start();
        var guest = admitted(FAMILY);
        taken(guest);

        assertThat(returnGuest.putBack(doctor, visit, id(guest))).isTrue();

        holdsNothing(guest);
        assertThat(states()).containsExactly(GuestSummary.State.WAITING);
        assertThat(taken(doctor).others()).isEmpty();
        admitGuest.admit(doctor, visit, id(guest));
        assertThat(taken(guest).seat().epoch()).isEqualTo(2);
    }

    @Test
    @Requirement("APP-05")
    void whoWasRemovedHoldsNothingAndTheLinkOpensNothing() {
        start();
        var invited = invited(FAMILY);
        var guest = admitted(opened(invited, "one"));
        var seat = taken(guest).seat();
        var doctors = taken(doctor).seat();
        sendSignal.send(doctor, visit, new Outgoing(1, seat.id(), seat.epoch(), "{}"));
        var signal = lastSignal();

        assertThat(removeGuest.remove(doctor, visit, id(guest))).isTrue();

        holdsNothing(guest);
        refused(() -> receiveSignal.receive(guest, visit, signal));
        refused(() -> attend.standing(guest, visit));
        refused(() -> attend.arrive(guest, visit));
        refused(() -> bePresent.here(guest, visit));
        assertThat(sendSignal.send(doctor, visit, new Outgoing(doctors.epoch(), seat.id(), seat.epoch(), "{}")))
                .isInstanceOf(SignalOutcome.Stale.class);
        assertThat(openGuestLink.look(attempt(invited), "a browser")).isEmpty();
        assertThat(openGuestLink.take(attempt(invited), NAME, origin("two"))).isEmpty();
        assertThat(admitGuest.admit(doctor, visit, id(guest))).isInstanceOf(GuestAdmission.NotWaiting.class);
    }

    @Test
    void aLinkIsUsedByOneBrowserAtATimeAndTheNewOneWaitsAnew() {
        start();
        var invited = invited(FAMILY);
        var first = admitted(opened(invited, "one"));
        taken(first);

        var second = opened(invited, "two");

        assertThat(second.person()).isEqualTo(first.person());
        refused(() -> attend.standing(first, visit));
        holdsNothing(first);
        holdsNothing(second);
        assertThat(states()).containsExactly(GuestSummary.State.INVITED);
        assertThat(taken(doctor).others()).isEmpty();
        attend.arrive(second, visit);
        admitGuest.admit(doctor, visit, id(second));
        assertThat(taken(second).seat().epoch()).isEqualTo(2);
    }

    @Test
    @Requirement("IAM-10")
    void whatAGuestIsGrantedOpensNoOtherPatientsVisit() {
        var guest = opened(invited(FAMILY), "browser");
        var here = visit;
        aVisitIsPlanned();

        transaction.executeWithoutResult(open -> {
            assertThat(encounters.find(here)).isEmpty();
            access.require(guest, Action.READ_OWN_STANDING.on(encounters.subject(here)));
            assertThat(encounters.find(here)).isPresent();
            assertThat(encounters.find(visit)).isEmpty();
        });
    }

    @Test
    void aGuestReachesNoOtherVisit() {
        start();
        var guest = admitted(FAMILY);
        var here = visit;
        aVisitIsPlanned();
        start();

        holdsNothing(guest);
        refused(() -> attend.standing(guest, visit));
        visit = here;
        assertThat(attend.standing(guest, visit).visit().status()).isEqualTo(VisitStatus.IN_PROGRESS);
    }

    @Test
    void theSixthIsRefused() {
        start();
        for (var number = 0; number < 3; number++) {
            taken(admitted(FAMILY));
        }
        taken(doctor);
        taken(patient);

        var fourth = waiting(FAMILY);

        assertThat(admitGuest.admit(doctor, visit, id(fourth))).isEqualTo(new GuestAdmission.Full(5));
        holdsNothing(fourth);
        assertThat(takeSeat.take(patient, visit)).as("comes back").isInstanceOf(SeatOutcome.Taken.class);
    }

    @Test
    @Requirement("APP-05")
    void aSecondClinicianMayBeMadeCoHostAndThenLetsPeopleIn() {
        start();
        var colleague = admitted(CLINICIAN);
        var daughter = waiting(FAMILY);
        refused(() -> admitGuest.admit(colleague, visit, id(daughter)));
        refused(() -> listGuests.of(colleague, visit));

        assertThat(promoteGuest.promote(doctor, visit, id(colleague))).isInstanceOf(Promotion.Done.class);

        assertThat(taken(colleague).seat().presents()).isTrue();
        assertThat(admitGuest.admit(colleague, visit, id(daughter))).isInstanceOf(GuestAdmission.Admitted.class);
        assertThat(returnGuest.putBack(colleague, visit, id(daughter))).isTrue();
        var toldBefore = standingNews(colleague).size();
        assertThat(returnToWaiting.putBack(colleague, visit)).isTrue();
        assertThat(standingNews(colleague)).as("told that the patient waits").hasSizeGreaterThan(toldBefore);
        admitPatient.admit(colleague, visit);
        refused(() -> removeGuest.remove(colleague, visit, id(daughter)));
        refused(() -> endVisit.end(colleague, visit));
        refused(() -> inviteGuest.invite(colleague, visit, UUID.randomUUID(), FAMILY));
        refused(() -> promoteGuest.promote(colleague, visit, id(colleague)));

        promoteGuest.demote(doctor, visit, id(colleague));
        refused(() -> admitGuest.admit(colleague, visit, id(daughter)));
        assertThat(taken(colleague).seat().presents()).isFalse();
    }

    @Test
    void nobodyElseIsMadeCoHost() {
        start();

        assertThat(promoteGuest.promote(doctor, visit, id(admitted(FAMILY))))
                .isInstanceOf(Promotion.NotAClinician.class);
        assertThat(promoteGuest.promote(doctor, visit, id(waiting(CLINICIAN))))
                .isInstanceOf(Promotion.NotAdmitted.class);
    }

    @Test
    void aPatientInvitesFamilyAndTakesBackOnlyWhatTheyInvited() {
        assertThat(inviteGuest.invite(patient, visit, UUID.randomUUID(), INTERPRETER))
                .isInstanceOf(InvitationOutcome.FamilyOnly.class);
        var own = (InvitationOutcome.Invited) inviteGuest.invite(patient, visit, UUID.randomUUID(), FAMILY);
        var doctors = invited(INTERPRETER);

        assertThat(removeGuest.remove(patient, visit, doctors.guest())).isFalse();
        assertThat(removeGuest.remove(patient, visit, own.guest())).isTrue();
    }

    @Test
    void aFormThatIsSentSeveralTimesAtOnceInvitesOnce() throws Exception {
        var form = UUID.randomUUID();

        var outcomes = atOnce(Collections.<Callable<InvitationOutcome>>nCopies(
                5, () -> inviteGuest.invite(doctor, visit, form, FAMILY)));

        assertThat(outcomes)
                .filteredOn(InvitationOutcome.Invited.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(new InvitationOutcome.InvitedAlready()::equals)
                .hasSize(4);
        assertThat(listGuests.of(doctor, visit)).hasSize(1);
    }

    @Test
    void noMoreThanTenAreExpected() {
        for (var number = 0; number < 10; number++) {
            invited(FAMILY);
        }

        assertThat(inviteGuest.invite(doctor, visit, UUID.randomUUID(), FAMILY))
                .isInstanceOf(InvitationOutcome.TooMany.class);
    }

    @Test
    void whenTheVisitIsOverAGuestKnowsItAndNothingMore() {
        start();
        var guest = admitted(FAMILY);
        taken(guest);

        endVisit.end(doctor, visit);

        assertThat(attend.standing(guest, visit).visit().status()).isEqualTo(VisitStatus.FINISHED);
        holdsNothing(guest);
        assertThat(inviteGuest.invite(doctor, visit, UUID.randomUUID(), FAMILY))
                .isInstanceOf(InvitationOutcome.VisitOver.class);
        assertThat(admitGuest.admit(doctor, visit, id(guest))).isInstanceOf(GuestAdmission.VisitOver.class);
        assertThat(standingNews(guest)).isNotEmpty();
    }

    @Test
    void aGuestWhoseLineFailsTakesNobodyElseDownTheLadder() {
        start();
        taken(doctor);
        bePresent.here(doctor, visit);
        var guest = admitted(FAMILY);
        taken(guest);

        assertThat(reportLineFailure.report(guest, visit, new Failure(1, 1, ReportLineFailure.Kind.MEDIA_LOST)))
                .isInstanceOf(FailureOutcome.OtherAway.class);
        assertThat(readVisit.ladder(doctor, visit)).hasSize(1);
        refused(() -> tryPictureAgain.tryAgain(guest, visit));
    }

    @Test
    void everybodySeesWhoRaisedAHandFirstAndTheDoctorLowersIt() {
        start();
        var guest = admitted(FAMILY);
        var guests = taken(guest).seat();
        var patients = taken(patient).seat();

        raiseHand.raise(guest, visit, true);
        clock.advance(Duration.ofSeconds(1));
        raiseHand.raise(patient, visit, true);
        clock.advance(Duration.ofSeconds(1));
        raiseHand.raise(guest, visit, true);

        var first = hand(guests);
        assertThat(first).isNotNull().isBefore(Objects.requireNonNull(hand(patients)));
        refused(() -> raiseHand.lower(guest, visit, patients.id()));
        raiseHand.lower(doctor, visit, guests.id());
        assertThat(hand(guests)).isNull();
        raiseHand.raise(patient, visit, false);
        assertThat(hand(patients)).isNull();
    }

    @Test
    void aHandGoesDownWithItsSeat() {
        start();
        var guest = admitted(FAMILY);
        var seat = taken(guest).seat();
        raiseHand.raise(guest, visit, true);

        leaveSeat.leave(guest, visit, seat.epoch());

        assertThat(taken(guest).seat().handRaisedAt()).isNull();
    }

    @Test
    void everyActOfAGuestIsOnTheTrail() {
        start();
        var guest = admitted(FAMILY);
        taken(guest);
        removeGuest.remove(doctor, visit, id(guest));
        refused(() -> takeSeat.take(guest, visit));

        assertThat(database.sql(
                                "SELECT action || ' ' || outcome || ' ' || reason FROM audit_event WHERE actor = ? ORDER BY id")
                        .param(guest.person().value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "take-guest-link GRANTED guest-of-the-visit",
                        "wait-as-guest GRANTED guest-of-the-visit",
                        "take-seat GRANTED guest-of-the-visit",
                        "take-seat REFUSED not-own");
        assertThat(database.sql("SELECT count(*) FROM audit_event WHERE actor = ? AND patient_id IS DISTINCT FROM ?")
                        .params(
                                guest.person().value(),
                                Objects.requireNonNull(patient.patient()).value())
                        .query(Integer.class)
                        .single())
                .as("acts that do not say whose visit it is")
                .isZero();
    }

    /// Whatever could be held is asked for: seat, credential, signals, live topic, and what only an engine's pass
    /// opens.
    private void holdsNothing(Actor guest) {
        refused(() -> takeSeat.take(guest, visit));
        refused(() -> joinCall.join(guest, visit));
        refused(() -> renewPass.renew(guest, visit, 1));
        refused(() -> joinCall.renew(guest, visit, 1));
        refused(() -> sendSignal.send(guest, visit, new Outgoing(1, UUID.randomUUID(), 1, "{}")));
        refused(() -> receiveSignal.receive(guest, visit, UUID.randomUUID()));
        refused(() -> readVisit.read(guest, visit));
        refused(() -> readVisit.ladder(guest, visit));
        refused(() -> readSeat.read(guest, visit, UUID.randomUUID()));
        refused(() -> reportQuality.report(
                guest,
                visit,
                new LineQuality(null, null, null, null, null, null, false, true, null, null, null, null)));
        refused(() -> raiseHand.raise(guest, visit, true));
        refused(() -> listGuests.of(guest, visit));
        refused(() -> admitGuest.admit(guest, visit, id(guest)));
    }

    private void start() {
        visits.begin(patient, doctor, visit);
    }

    private InvitationOutcome.Invited invited(GuestInvitation invitation) {
        return (InvitationOutcome.Invited) inviteGuest.invite(doctor, visit, UUID.randomUUID(), invitation);
    }

    private Actor opened(InvitationOutcome.Invited invited, String session) {
        var origin = origin(session + invited.guest());
        var entry = openGuestLink.take(attempt(invited), NAME, origin).orElseThrow();
        return Actors.guest(entry.guest(), origin.session());
    }

    private Actor waiting(GuestInvitation invitation) {
        var guest = opened(invited(invitation), "browser");
        attend.arrive(guest, visit);
        return guest;
    }

    private Actor admitted(GuestInvitation invitation) {
        return admitted(opened(invited(invitation), "browser"));
    }

    private Actor admitted(Actor guest) {
        attend.arrive(guest, visit);
        assertThat(admitGuest.admit(doctor, visit, id(guest))).isInstanceOf(GuestAdmission.Admitted.class);
        return guest;
    }

    private SeatOutcome.Taken taken(Actor actor) {
        return (SeatOutcome.Taken) takeSeat.take(actor, visit);
    }

    private java.time.Instant hand(SeatSummary seat) {
        return readSeat.read(doctor, visit, seat.id()).orElseThrow().handRaisedAt();
    }

    private List<GuestSummary.State> states() {
        return listGuests.of(doctor, visit).stream().map(GuestSummary::state).toList();
    }

    private List<LiveEvent> standingNews(Actor guest) {
        return live.since(Topic.guest(guest.person().value()), 0, 100).stream()
                .filter(event -> event.kind().equals("standing"))
                .toList();
    }

    private UUID lastSignal() {
        return live.since(Topic.visit(visit.value()), 0, 1000).stream()
                .filter(event -> event.kind().equals("signal"))
                .toList()
                .getLast()
                .ref();
    }

    private static UUID id(Actor guest) {
        return guest.person().value();
    }

    private static Attempt attempt(InvitationOutcome.Invited invited) {
        return new Attempt("192.0.2.7", Sensitive.of(invited.token().reveal()));
    }

    private static Origin origin(String session) {
        return new Origin("192.0.2.2", session, "test");
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AccessDenied.class);
    }
}
