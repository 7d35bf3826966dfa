package health.visavis.telephone;

import static health.visavis.Crowd.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.telephone.CallPatient.CallOutcome;
import health.visavis.telephone.CallPatient.CallRequest;
import health.visavis.telephone.MeetByPhone.Wish;
import health.visavis.telephone.MeetByPhone.WishOutcome;
import health.visavis.telephone.PhoneCallSummary.Standing;
import health.visavis.telephone.PhoneDesk.Incoming;
import health.visavis.telephone.domain.Ending;
import health.visavis.telephone.domain.PhoneCallId;
import health.visavis.telephone.domain.PhoneStep;
import health.visavis.visit.EndVisit;
import health.visavis.visit.EngineName;
import health.visavis.visit.ReadVisit;
import health.visavis.visit.VisitFixtures;
import health.visavis.visit.VisitStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class TelephoneModuleTest {

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private RehearsalPhoneEngine carrier;

    @Autowired
    private CallPatient callPatient;

    @Autowired
    private HangUpPhone hangUpPhone;

    @Autowired
    private MeetByPhone meetByPhone;

    @Autowired
    private ReadTelephone readTelephone;

    @Autowired
    private PhoneDesk desk;

    @Autowired
    private Telephone telephone;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private ReadVisit readVisit;

    @Autowired
    private MutableClock clock;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    private final String number = PhoneFixtures.anotherNumber();
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
    void everythingWorksAgain() {
        carrier.breakDown(false);
        clock.reset();
    }

    @Test
    void theClinicianRingsThePatientAndSeesWhatBecomesOfIt() {
        aVideoVisitHasBegun();

        var call = calling(callPatient.call(doctor, visit, to(number)));

        await().untilAsserted(() -> assertThat(dialled(call))
                .singleElement()
                .satisfies(dial -> assertThat(dial.number().reveal()).isEqualTo(number)));
        var reference = RehearsalPhoneEngine.reference(call.toString());
        await().untilAsserted(() -> {
            desk.happened(RehearsalPhoneEngine.NAME, reference, PhoneStep.RINGING);
            assertThat(last().standing()).isEqualTo(Standing.RINGING);
        });
        desk.happened(RehearsalPhoneEngine.NAME, reference, PhoneStep.ANSWERED);
        assertThat(last().standing()).isEqualTo(Standing.ANSWERED);
        desk.happened(RehearsalPhoneEngine.NAME, reference, PhoneStep.GONE);
        assertThat(last().ending()).isEqualTo(Ending.COMPLETED);
        assertThat(last().answeredAt()).isNotNull();
        assertThat(kinds()).contains("phone");
    }

    @Test
    void aCallIsOnTheTrailAndItsNumberIsNowhereInTheClear() {
        aVideoVisitHasBegun();

        callPatient.call(doctor, visit, to(number));

        assertThat(database.sql("SELECT count(*) FROM audit_event WHERE action = 'call-patient' AND subject_id = ?")
                        .param(visit.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        var digits = number.substring(2);
        assertThat(database.sql("SELECT count(*) FROM phone_call WHERE encode(number, 'escape') LIKE ?")
                        .param("%" + digits + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("SELECT count(*) FROM event_publication WHERE serialized_event LIKE ?")
                        .param("%" + digits + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRepeatedRequestRingsOnce() {
        aVideoVisitHasBegun();
        var request = to(number);

        var first = calling(callPatient.call(doctor, visit, request));
        hangUpPhone.hangUp(doctor, visit);
        var again = calling(callPatient.call(doctor, visit, request));

        assertThat(again).isEqualTo(first);
        assertThat(readTelephone.read(doctor, visit).calls()).hasSize(1);
    }

    @Test
    void pressingManyTimesAtOnceRingsOnce() throws Exception {
        aVideoVisitHasBegun();

        assertThat(atOnce(Collections.<Callable<CallOutcome>>nCopies(
                        8, () -> callPatient.call(doctor, visit, to(number)))))
                .hasOnlyElementsOfType(CallOutcome.Calling.class);

        assertThat(readTelephone.read(doctor, visit).calls()).hasSize(1);
    }

    @Test
    void whoeverPressesAgainWhileThePatientAnswersLocksNobodyUp() throws Exception {
        for (var round = 0; round < 20; round++) {
            var rung = visits.planned(people.patient(), doctor);
            var call = new PhoneCallId(calling(callPatient.call(doctor, rung, to(number))));

            atOnce(List.<Callable<CallOutcome>>of(() -> callPatient.call(doctor, rung, to(number)), () -> {
                desk.happened(call, PhoneStep.ANSWERED);
                return new CallOutcome.Calling(call.value());
            }));

            assertThat(readVisit.read(doctor, rung).status()).isNotEqualTo(VisitStatus.PLANNED);
        }
    }

    @Test
    void emergencyNumbersAndWhatIsNoNumberAreRefusedAndNothingRings() {
        aVideoVisitHasBegun();

        assertThat(callPatient.call(doctor, visit, to("911")))
                .isEqualTo(new CallOutcome.NotDialable(new NumberCheck.EmergencyNumber()));
        assertThat(callPatient.call(doctor, visit, to("hello")))
                .isEqualTo(new CallOutcome.NotDialable(new NumberCheck.NotANumber()));
        assertThat(readTelephone.read(doctor, visit).calls()).isEmpty();
    }

    @Test
    void aCarrierThatFailsEndsTheCallWithThatReason() {
        aVideoVisitHasBegun();
        carrier.breakDown(true);

        callPatient.call(doctor, visit, to(number));

        await().untilAsserted(() -> assertThat(last().ending()).isEqualTo(Ending.FAILED));
    }

    @Test
    void hangingUpIsOverAtOnceAndTheCarrierHearsOfIt() {
        aVideoVisitHasBegun();
        var call = calling(callPatient.call(doctor, visit, to(number)));
        var reference = RehearsalPhoneEngine.reference(call.toString());
        await().untilAsserted(() -> assertThat(dialled(call)).hasSize(1));

        hangUpPhone.hangUp(doctor, visit);

        assertThat(last().ending()).isEqualTo(Ending.CANCELLED);
        await().untilAsserted(() -> assertThat(carrier.hungUp()).contains(reference));
        desk.happened(RehearsalPhoneEngine.NAME, reference, PhoneStep.ANSWERED);
        assertThat(last().ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    void aCallThatNobodyEverReportedOnDoesNotBlockTheNext() {
        aVideoVisitHasBegun();
        calling(callPatient.call(doctor, visit, to(number)));
        clock.advance(CallPatient.LONGEST_RINGING);

        calling(callPatient.call(doctor, visit, to(number)));

        var calls = readTelephone.read(doctor, visit).calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void theEndOfTheVisitHangsUp() {
        aVideoVisitHasBegun();
        callPatient.call(doctor, visit, to(number));

        endVisit.end(doctor, visit);

        await().untilAsserted(() -> assertThat(last().standing()).isEqualTo(Standing.ENDED));
        assertThat(callPatient.call(doctor, visit, to(number))).isInstanceOf(CallOutcome.VisitOver.class);
    }

    @Test
    void aPatientWithoutADeviceWaitsByTelephoneAndIsLetInByBeingRung() {
        assertThat(meetByPhone.byPhone(patient, visit, new Wish(Sensitive.of(number), true)))
                .isInstanceOf(WishOutcome.Noted.class);
        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(telephone.among(List.of(visit))).containsExactly(visit);

        calling(callPatient.call(doctor, visit, to("")));

        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.IN_PROGRESS);
        assertThat(readVisit.ladder(doctor, visit).getLast().engine()).isEqualTo(EngineName.TELEPHONE);
        await().untilAsserted(() -> assertThat(carrier.dialled())
                .anySatisfy(dial -> assertThat(dial.number().reveal()).isEqualTo(number)));
    }

    @Test
    void theFrontDeskMayHoldAVisitByTelephoneAndTakeThatBack() {
        var nurse = people.nurseOnTheTeamOf(doctor.clinician());

        meetByPhone.byPhone(nurse, visit, new Wish(Sensitive.of(number), false));
        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.PLANNED);
        assertThat(telephone.among(List.of(visit))).containsExactly(visit);

        meetByPhone.byPhone(nurse, visit, new Wish(Sensitive.of(number), true));
        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.ARRIVED);

        meetByPhone.byScreen(nurse, visit);
        assertThat(telephone.among(List.of(visit))).isEmpty();
    }

    @Test
    void aVisitWithoutAnyNumberAsksForOne() {
        database.sql("UPDATE person SET phone = NULL WHERE id = ?")
                .param(patient.person().value())
                .update();

        assertThat(readTelephone.read(doctor, visit).onFile()).isNull();
        assertThat(meetByPhone.byPhone(patient, visit, new Wish(Sensitive.of(" "), true)))
                .isInstanceOf(WishOutcome.NoNumber.class);
        assertThat(callPatient.call(doctor, visit, to(""))).isInstanceOf(CallOutcome.NoNumber.class);
    }

    @Test
    void whoAnswersBeforeTheyCameHasCome() {
        var call = calling(callPatient.call(doctor, visit, to(number)));

        desk.happened(new PhoneCallId(call), PhoneStep.ANSWERED);

        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(telephone.among(List.of(visit))).containsExactly(visit);
    }

    @Test
    void aCallerWhoseNumberGoesWithOneVisitHoldsInItsWaitingRoom() {
        meetByPhone.byPhone(doctor, visit, new Wish(Sensitive.of(number), false));

        var reference = UUID.randomUUID().toString();
        assertThat(incoming(reference)).isInstanceOf(Incoming.Holding.class);
        assertThat(incoming(reference)).isInstanceOf(Incoming.Holding.class);

        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(readTelephone.read(doctor, visit).calls())
                .singleElement()
                .satisfies(call -> assertThat(call.standing()).isEqualTo(Standing.HOLDING));

        callPatient.call(doctor, visit, to(""));

        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.IN_PROGRESS);
        await().untilAsserted(() -> assertThat(carrier.connected()).contains(reference));
        desk.happened(RehearsalPhoneEngine.NAME, reference, PhoneStep.ANSWERED);
        assertThat(last().standing()).isEqualTo(Standing.ANSWERED);
    }

    @Test
    void aCallerWhoIsExpectedTwiceOrNotAtAllIsToldNothing() {
        assertThat(incoming(UUID.randomUUID().toString())).isInstanceOf(Incoming.NotExpected.class);

        meetByPhone.byPhone(doctor, visit, new Wish(Sensitive.of(number), false));
        var another = visits.planned(people.patient(), doctor);
        meetByPhone.byPhone(doctor, another, new Wish(Sensitive.of(number), false));

        assertThat(incoming(UUID.randomUUID().toString())).isInstanceOf(Incoming.NotExpected.class);
        assertThat(readVisit.read(doctor, visit).status()).isEqualTo(VisitStatus.PLANNED);
    }

    @Test
    void aCallerIsNotExpectedForTomorrow() {
        meetByPhone.byPhone(doctor, visit, new Wish(Sensitive.of(number), false));
        clock.advance(Duration.ofHours(-12));

        assertThat(incoming(UUID.randomUUID().toString())).isInstanceOf(Incoming.NotExpected.class);
    }

    private void aVideoVisitHasBegun() {
        visits.begin(patient, doctor, visit);
    }

    private Incoming incoming(String reference) {
        return desk.incoming(RehearsalPhoneEngine.NAME, reference, Sensitive.of(number));
    }

    private List<PhoneEngine.Dial> dialled(UUID call) {
        return carrier.dialled().stream()
                .filter(dial -> dial.call().value().equals(call))
                .toList();
    }

    private PhoneCallSummary last() {
        return readTelephone.read(doctor, visit).calls().getLast();
    }

    private List<String> kinds() {
        return database.sql("SELECT kind FROM live_event WHERE topic = ?")
                .param("visit:" + visit)
                .query(String.class)
                .list();
    }

    private static CallRequest to(String number) {
        return new CallRequest(UUID.randomUUID(), Sensitive.of(number));
    }

    private static UUID calling(CallOutcome outcome) {
        assertThat(outcome).isInstanceOf(CallOutcome.Calling.class);
        return ((CallOutcome.Calling) outcome).call();
    }
}
