package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.CancelAppointment;
import health.visavis.scheduling.Scheduling;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.visit.AdmitPatient.AdmissionOutcome;
import health.visavis.visit.ArriveAtVisit.ArrivalOutcome;
import health.visavis.visit.EndVisit.EndOutcome;
import health.visavis.visit.SendSignal.Outgoing;
import health.visavis.visit.SendSignal.SignalOutcome;
import health.visavis.visit.TakeSeat.SeatOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class VisitModuleTest {

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private Scheduling appointments;

    @Autowired
    private CancelAppointment cancelAppointment;

    @Autowired
    private OpenVisit openVisit;

    @Autowired
    private ArriveAtVisit arriveAtVisit;

    @Autowired
    private LeaveWaitingRoom leaveWaitingRoom;

    @Autowired
    private AdmitPatient admitPatient;

    @Autowired
    private ReturnToWaiting returnToWaiting;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private ReadVisit readVisit;

    @Autowired
    private WhoWaits whoWaits;

    @Autowired
    private TakeSeat takeSeat;

    @Autowired
    private LeaveSeat leaveSeat;

    @Autowired
    private ReadSeat readSeat;

    @Autowired
    private SendSignal sendSignal;

    @Autowired
    private ReceiveSignal receiveSignal;

    @Autowired
    private ReportQuality reportQuality;

    @Autowired
    private Visits visits;

    @Autowired
    private VisitFixtures fixtures;

    @Autowired
    private QualityRounds qualityRounds;

    @Autowired
    private CheckDevices checkDevices;

    @Autowired
    private LiveEvents live;

    @Autowired
    private MutableClock clock;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    private Actor patient = Actors.patient();
    private Actor doctor = Actors.doctor();
    private VisitId visit = VisitId.next();
    private TimeSlot slot = new TimeSlot(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

    @BeforeEach
    void aVisitIsPlanned() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = plan();
    }

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void aConfirmedAppointmentOpensItsVisitOnce() {
        var again = openVisit.open(
                Actors.system(),
                new AppointmentId(visit.value()),
                Objects.requireNonNull(patient.patient()),
                Objects.requireNonNull(doctor.clinician()),
                slot);
        assertThat(again).isEqualTo(visit);
        assertThat(status()).isEqualTo(VisitStatus.PLANNED);
        assertThat(kindsOf(visit)).containsExactly("encounter");
    }

    @Test
    void aVisitTakesTheTimeOfItsAppointmentUntilThePatientIsAdmitted() {
        var later = new TimeSlot(slot.start().plusSeconds(60), slot.end().plusSeconds(60));
        openVisit.open(
                Actors.system(),
                new AppointmentId(visit.value()),
                Objects.requireNonNull(patient.patient()),
                Objects.requireNonNull(doctor.clinician()),
                later);
        assertThat(readVisit.read(doctor, visit).slot()).isEqualTo(later);
    }

    @Test
    void aCancelledAppointmentCancelsItsVisit() {
        var current = appointments.appointment(new AppointmentId(visit.value())).orElseThrow();
        cancelAppointment.cancel(doctor, current.revision(), CancellationReason.CLINICIAN_NOT_AVAILABLE);
        await().untilAsserted(() -> assertThat(status()).isEqualTo(VisitStatus.CANCELLED));
        assertThat(arriveAtVisit.arrive(patient, visit)).isEqualTo(new ArrivalOutcome.VisitOver());
    }

    @Test
    void theEndFulfilsTheAppointment() {
        start();
        endVisit.end(doctor, visit);
        assertThat(appointments.appointment(new AppointmentId(visit.value())))
                .hasValueSatisfying(done -> assertThat(done.state()).isEqualTo(AppointmentState.FULFILLED));
    }

    @Test
    void aPatientWhoComesBackWhileWaitingKeepsThePlaceInTheQueue() {
        arriveAtVisit.arrive(patient, visit);
        var since = readVisit.read(doctor, visit).waitingSince();
        clock.advance(Duration.ofMinutes(3));
        assertThat(arriveAtVisit.arrive(patient, visit))
                .isEqualTo(new ArrivalOutcome.Waiting(Objects.requireNonNull(since)));
    }

    @Test
    void theWholeWayFromWaitingToTheEnd() {
        arriveAtVisit.arrive(patient, visit);
        assertThat(status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(admitPatient.admit(doctor, visit)).isEqualTo(new AdmissionOutcome.Admitted());
        assertThat(status()).isEqualTo(VisitStatus.IN_PROGRESS);
        assertThat(arriveAtVisit.arrive(patient, visit)).isEqualTo(new ArrivalOutcome.AlreadyAdmitted());
        assertThat(endVisit.end(doctor, visit)).isEqualTo(new EndOutcome.Ended());
        assertThat(status()).isEqualTo(VisitStatus.FINISHED);
        assertThat(arriveAtVisit.arrive(patient, visit)).isEqualTo(new ArrivalOutcome.VisitOver());
        assertThat(takeSeat.take(patient, visit)).isEqualTo(new SeatOutcome.VisitOver());
        assertThat(readVisit.read(patient, visit).callOpen()).isFalse();
    }

    @Test
    void aPatientWhoLeftTheWaitingRoomCannotBeAdmitted() {
        arriveAtVisit.arrive(patient, visit);
        leaveWaitingRoom.leave(patient, visit);
        assertThat(admitPatient.admit(doctor, visit)).isEqualTo(new AdmissionOutcome.NobodyWaiting());
    }

    @Test
    void aVisitThatNeverStartedCannotBeEnded() {
        assertThat(endVisit.end(doctor, visit)).isEqualTo(new EndOutcome.NeverStarted());
        assertThat(status()).isEqualTo(VisitStatus.PLANNED);
    }

    @Test
    @Requirement("APP-06")
    void onlyTheDoctorOfTheVisitCanStartIt() {
        arriveAtVisit.arrive(patient, visit);
        var nurse = people.nurseOnTheTeamOf(Objects.requireNonNull(doctor.clinician()));
        for (var other : List.of(nurse, patient, people.admin(), people.doctor())) {
            refused(() -> admitPatient.admit(other, visit));
        }
        assertThat(status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(refusals("admit-patient")).isEqualTo(4);
    }

    @Test
    void aNurseOfTheTeamSeesWhoWaitsAndaStrangerDoesNot() {
        arriveAtVisit.arrive(patient, visit);
        var clinician = Objects.requireNonNull(doctor.clinician());
        assertThat(whoWaits.with(people.nurseOnTheTeamOf(clinician), clinician, slot))
                .extracting(VisitSummary::id, VisitSummary::status)
                .containsExactly(tuple(visit, VisitStatus.ARRIVED));
        refused(() -> whoWaits.with(people.nurseOnTheTeamOf(), clinician, slot));
        refused(() -> whoWaits.with(people.doctor(), clinician, slot));
        refused(() -> whoWaits.with(patient, clinician, slot));
    }

    @Test
    void anotherPatientsVisitLooksLikeNoneAtAll() {
        var other = people.patient();
        for (var unknown : List.of(visit, VisitId.next())) {
            refused(() -> readVisit.read(other, unknown));
            refused(() -> arriveAtVisit.arrive(other, unknown));
            refused(() -> takeSeat.take(other, unknown));
            refused(() -> receiveSignal.receive(other, unknown, UUID.randomUUID()));
            refused(() -> checkDevices.checked(other, unknown));
        }
    }

    @Test
    @Requirement("COM-08")
    void nobodyHoldsACredentialBeforeAdmission() {
        assertThat(takeSeat.take(doctor, visit)).isEqualTo(new SeatOutcome.NotStarted());
        arriveAtVisit.arrive(patient, visit);
        assertThat(takeSeat.take(patient, visit)).isEqualTo(new SeatOutcome.NotAdmitted());
        assertThat(takeSeat.take(doctor, visit)).isEqualTo(new SeatOutcome.NotStarted());
        assertThat(database.sql("SELECT count(*) FROM visit_seat WHERE visit_id = ?")
                        .param(visit.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoSitsDownLaterFindsTheOtherThere() {
        start();
        var ofDoctor = taken(doctor);
        var ofPatient = taken(patient);
        assertThat(ofDoctor.others()).isEmpty();
        assertThat(ofPatient.others()).containsExactly(ofDoctor.seat());
        assertThat(ofPatient.seat().part()).isEqualTo(SeatSummary.Part.PATIENT);
        assertThat(ofDoctor.seat().name()).isEqualTo("Doc Example");
    }

    @Test
    void aSeatBelongsToThePersonAndTheNewerPageTakesItOver() {
        start();
        var ofDoctor = taken(doctor).seat();
        var old = taken(patient).seat();
        var reloaded = taken(patient).seat();
        assertThat(reloaded.id()).isEqualTo(old.id());
        assertThat(reloaded.epoch()).isEqualTo(old.epoch() + 1);
        assertThat(send(patient, old.epoch(), ofDoctor)).isEqualTo(new SignalOutcome.Stale());
        assertThat(send(doctor, ofDoctor.epoch(), old)).isEqualTo(new SignalOutcome.Stale());
        leaveSeat.leave(patient, visit, old.epoch());
        assertThat(send(doctor, ofDoctor.epoch(), reloaded)).isEqualTo(new SignalOutcome.Carried());
    }

    @Test
    void aSignalReachesOnlyTheSeatItIsMeantFor() {
        start();
        var ofDoctor = taken(doctor).seat();
        var ofPatient = taken(patient).seat();
        assertThat(send(patient, ofPatient.epoch(), ofDoctor)).isEqualTo(new SignalOutcome.Carried());
        var signal = events(0).getLast();
        assertThat(signal.kind()).isEqualTo("signal");
        assertThat(receiveSignal.receive(doctor, visit, signal.ref()))
                .hasValueSatisfying(incoming -> assertThat(incoming.payload()).isEqualTo("{}"));
        assertThat(receiveSignal.receive(patient, visit, signal.ref())).isEmpty();
        refused(() -> receiveSignal.receive(people.doctor(), visit, signal.ref()));
    }

    @Test
    void joiningAndLeavingAreOnTheTrailAndEverySignalBetweenIsNot() {
        start();
        var ofDoctor = taken(doctor).seat();
        var ofPatient = taken(patient).seat();
        for (var i = 0; i < 20; i++) {
            send(patient, ofPatient.epoch(), ofDoctor);
        }
        receiveSignal.receive(doctor, visit, events(0).getLast().ref());
        leaveSeat.leave(patient, visit, ofPatient.epoch());
        refused(() -> send(people.doctor(), ofPatient.epoch(), ofDoctor));

        assertThat(trail("GRANTED")).contains("admit-patient", "take-seat", "take-seat", "leave-seat");
        assertThat(trail("GRANTED")).doesNotContain("send-signal", "receive-signal", "be-present");
        assertThat(trail("REFUSED")).containsExactly("send-signal");
    }

    @Test
    void signalsDoNotCrossFromOneVisitToAnother() {
        start();
        var ofDoctor = taken(doctor).seat();
        var first = visit;
        visit = plan();
        start();
        var ofPatient = taken(patient).seat();
        assertThat(send(patient, ofPatient.epoch(), ofDoctor)).isEqualTo(new SignalOutcome.Stale());
        assertThat(visit).isNotEqualTo(first);
    }

    @Test
    void tooLargeAndTooManySignalsAreRefused() {
        start();
        var ofDoctor = taken(doctor).seat();
        var ofPatient = taken(patient).seat();
        var large = new Outgoing(ofPatient.epoch(), ofDoctor.id(), ofDoctor.epoch(), "x".repeat(65_537));
        assertThat(sendSignal.send(patient, visit, large)).isEqualTo(new SignalOutcome.TooLarge());
        for (var i = 0; i < 200; i++) {
            send(patient, ofPatient.epoch(), ofDoctor);
        }
        assertThat(send(patient, ofPatient.epoch(), ofDoctor)).isEqualTo(new SignalOutcome.TooMany());
    }

    @Test
    void aPatientWhoIsPutBackHoldsNothingThatWorks() {
        start();
        var ofDoctor = taken(doctor).seat();
        var ofPatient = taken(patient).seat();
        assertThat(returnToWaiting.putBack(doctor, visit)).isTrue();
        assertThat(status()).isEqualTo(VisitStatus.ARRIVED);
        assertThat(takeSeat.take(patient, visit)).isEqualTo(new SeatOutcome.NotAdmitted());
        assertThat(send(patient, ofPatient.epoch(), ofDoctor)).isEqualTo(new SignalOutcome.Stale());
        assertThat(readSeat.read(doctor, visit, ofPatient.id()))
                .hasValueSatisfying(seat -> assertThat(seat.held()).isFalse());
        admitPatient.admit(doctor, visit);
        assertThat(taken(patient).seat().epoch()).isGreaterThan(ofPatient.epoch());
    }

    @Test
    void theEndForgetsEverySignalAndEmptiesEverySeat() {
        start();
        var ofDoctor = taken(doctor).seat();
        var ofPatient = taken(patient).seat();
        send(patient, ofPatient.epoch(), ofDoctor);
        endVisit.end(doctor, visit);
        assertThat(database.sql("SELECT count(*) FROM visit_signal WHERE visit_id = ?")
                        .param(visit.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(send(patient, ofPatient.epoch(), ofDoctor)).isEqualTo(new SignalOutcome.Stale());
        assertThat(kindsOf(visit)).endsWith("seat", "seat", "encounter");
    }

    @Test
    void onlyWhoSitsInTheCallReportsItsQuality() {
        var quality = new LineQuality(20, 3, 0, 900, 900, 30, false, true, null, 4, null, null);
        start();
        assertThat(reportQuality.report(patient, visit, quality)).isFalse();
        taken(patient);
        assertThat(reportQuality.report(patient, visit, quality)).isTrue();
        assertThat(reportQuality.report(
                        patient,
                        visit,
                        new LineQuality(null, null, null, null, null, null, true, false, null, null, null, null)))
                .isTrue();
    }

    @Test
    void howTheLineWasIsForgottenAfterNinetyDays() {
        start();
        taken(patient);
        reportQuality.report(
                patient, visit, new LineQuality(20, 3, 0, 900, 900, 30, false, true, null, null, null, null));

        clock.advance(Duration.ofDays(89));
        qualityRounds.make();
        assertThat(visits.quality(visit)).hasSize(1);

        clock.advance(Duration.ofDays(2));
        qualityRounds.make();
        assertThat(visits.quality(visit)).isEmpty();
    }

    @Test
    void aDeviceCheckIsRememberedForTheSessionOnly() {
        assertThat(checkDevices.recently(patient, visit)).isFalse();
        checkDevices.checked(patient, visit);
        assertThat(checkDevices.recently(patient, visit)).isTrue();
        clock.advance(Duration.ofHours(13));
        assertThat(checkDevices.recently(patient, visit)).isFalse();
    }

    private VisitId plan() {
        var appointment = scheduling.confirmedFor(patient, doctor);
        slot = appointment.slot();
        return new VisitId(appointment.id().value());
    }

    private void start() {
        fixtures.begin(patient, doctor, visit);
    }

    private SeatOutcome.Taken taken(Actor actor) {
        return (SeatOutcome.Taken) takeSeat.take(actor, visit);
    }

    private SignalOutcome send(Actor actor, int epoch, SeatSummary to) {
        return sendSignal.send(actor, visit, new Outgoing(epoch, to.id(), to.epoch(), "{}"));
    }

    private VisitStatus status() {
        return readVisit.read(doctor, visit).status();
    }

    private List<LiveEvent> events(long since) {
        return live.since(Topic.visit(visit.value()), since, 1000);
    }

    private List<String> kindsOf(VisitId planned) {
        return live.since(Topic.visit(planned.value()), 0, 1000).stream()
                .map(LiveEvent::kind)
                .toList();
    }

    private int refusals(String action) {
        return database.sql("SELECT count(*) FROM audit_event WHERE action = ? AND outcome = 'REFUSED'")
                .param(action)
                .query(Integer.class)
                .single();
    }

    private List<String> trail(String outcome) {
        return database.sql("SELECT action FROM audit_event WHERE subject_id = ? AND outcome = ?")
                .params(visit.value(), outcome)
                .query(String.class)
                .list();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AccessDenied.class);
    }
}
