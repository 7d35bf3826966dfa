package health.visavis.scheduling;

import static health.visavis.scheduling.SchedulingFixtures.changed;
import static health.visavis.scheduling.SchedulingFixtures.clinicianOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actors;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentDetails.Ending;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.DeclineReason;
import health.visavis.scheduling.domain.Party;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PlatformTest
@RecordApplicationEvents
class AppointmentChangeModuleTest {

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    PeopleFixtures people;

    @Autowired
    ConfirmAppointment confirmAppointment;

    @Autowired
    DeclineAppointment declineAppointment;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    FulfilAppointment fulfilAppointment;

    @Autowired
    RecordNoShow recordNoShow;

    @Autowired
    ReadAppointment readAppointment;

    @Autowired
    FindFreeSlots findFreeSlots;

    @Autowired
    Scheduling lookups;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whatWasAskedOfADoctorWhoHasLeftIsNeitherMovedNorConfirmedButCancelled() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var nurse = people.nurseOnTheTeamOf(clinicianOf(doctor));
        var requested = scheduling.requestedBy(patient, doctor);
        var later = scheduling.freeTimes(doctor).getLast();
        people.deactivate(doctor);

        assertThat(moveAppointment.move(patient, requested.revision(), later.start()))
                .isEqualTo(new MoveOutcome.ClinicianLeft(requested));
        assertThat(moveAppointment.move(nurse, requested.revision(), later.start()))
                .isEqualTo(new MoveOutcome.ClinicianLeft(requested));
        assertThat(findFreeSlots.toMove(patient, requested.id(), new TimeSlot(later.start(), later.end())))
                .isEmpty();
        assertThat(confirmAppointment.confirm(doctor, requested.revision()))
                .isEqualTo(new ChangeOutcome.ClinicianLeft(requested));
        assertThat(changed(cancelAppointment.cancel(patient, requested.revision(), CancellationReason.NO_LONGER_NEEDED))
                        .state())
                .isEqualTo(AppointmentState.CANCELLED);
    }

    @Test
    @Requirement("APP-03")
    void theDoctorConfirmsARequest() {
        var doctor = scheduling.doctorWithHours();
        var requested = scheduling.requestedBy(people.patient(), doctor);

        var confirmed = changed(confirmAppointment.confirm(doctor, requested.revision()));

        assertThat(confirmed.state()).isEqualTo(AppointmentState.CONFIRMED);
        assertThat(confirmed.version()).isEqualTo(requested.version() + 1);
        assertThat(lookups.appointment(requested.id())).contains(confirmed);
        assertThat(events.stream(AppointmentConfirmed.class).map(AppointmentConfirmed::appointment))
                .containsExactly(confirmed);
    }

    @Test
    @Requirement("APP-03")
    void theDoctorDeclinesARequestWithAReason() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var requested = scheduling.requestedBy(patient, doctor);

        changed(declineAppointment.decline(doctor, requested.revision(), DeclineReason.VISIT_IN_PERSON_NEEDED));

        var details = readAppointment.read(patient, requested.id());
        assertThat(details.summary().state()).isEqualTo(AppointmentState.DECLINED);
        assertThat(details.ending()).isEqualTo(new Ending.Declined(DeclineReason.VISIT_IN_PERSON_NEEDED));
        assertThat(events.stream(AppointmentDeclined.class)).hasSize(1);
    }

    @Test
    @Requirement("APP-03")
    void nobodyButItsDoctorConfirmsOrDeclines() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var requested = scheduling.requestedBy(patient, doctor);

        for (var other : List.of(
                patient,
                people.patient(),
                people.doctor(),
                people.nurseOnTheTeamOf(clinicianOf(doctor)),
                people.admin())) {
            assertThatThrownBy(() -> confirmAppointment.confirm(other, requested.revision()))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> declineAppointment.decline(other, requested.revision(), DeclineReason.OTHER))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(lookups.appointment(requested.id()).orElseThrow().state()).isEqualTo(AppointmentState.REQUESTED);
    }

    @Test
    void anAppointmentThatDoesNotExistLooksLikeOneOfSomebodyElse() {
        var nothing = new AppointmentRevision(AppointmentId.next(), 0);
        assertThatThrownBy(() -> confirmAppointment.confirm(scheduling.doctorWithHours(), nothing))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
    }

    @Test
    void aDoctorDoesNotConfirmATimeHeHasNotSeen() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var seen = scheduling.requestedBy(patient, doctor);
        var elsewhere = scheduling.freeTimes(doctor).get(5);
        moveAppointment.move(patient, seen.revision(), elsewhere.start());

        assertThat(confirmAppointment.confirm(doctor, seen.revision()))
                .isInstanceOfSatisfying(
                        ChangeOutcome.ChangedMeanwhile.class,
                        outcome -> assertThat(outcome.current().slot()).isEqualTo(elsewhere));
    }

    @Test
    void aRequestWhoseTimeIsOverIsNotConfirmed() {
        var doctor = scheduling.doctorWithHours();
        var requested = scheduling.requestedBy(people.patient(), doctor);
        clock.moveTo(requested.slot().end().plusSeconds(1));

        assertThat(confirmAppointment.confirm(doctor, requested.revision()))
                .isInstanceOf(ChangeOutcome.TimePassed.class);
    }

    @Test
    @Requirement("APP-03")
    void eachSideCancelsRequestedAndConfirmedAppointments() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();

        var byPatient = scheduling.requestedBy(patient, doctor);
        changed(cancelAppointment.cancel(patient, byPatient.revision(), CancellationReason.NO_LONGER_NEEDED));
        assertThat(readAppointment.read(doctor, byPatient.id()).ending())
                .isEqualTo(new Ending.Cancelled(Party.PATIENT, CancellationReason.NO_LONGER_NEEDED));

        var byDoctor = scheduling.confirmedFor(patient, doctor);
        changed(cancelAppointment.cancel(doctor, byDoctor.revision(), CancellationReason.CLINICIAN_NOT_AVAILABLE));
        assertThat(readAppointment.read(patient, byDoctor.id()).ending())
                .isEqualTo(new Ending.Cancelled(Party.CLINIC, CancellationReason.CLINICIAN_NOT_AVAILABLE));

        var byNurse = scheduling.confirmedFor(patient, doctor);
        changed(cancelAppointment.cancel(
                people.nurseOnTheTeamOf(clinicianOf(doctor)), byNurse.revision(), CancellationReason.OTHER));
        assertThat(events.stream(AppointmentCancelled.class).map(AppointmentCancelled::by))
                .containsExactly(Party.PATIENT, Party.CLINIC, Party.CLINIC);
    }

    @Test
    void whatIsCancelledStaysCancelled() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var requested = scheduling.requestedBy(patient, doctor);
        var cancelled =
                changed(cancelAppointment.cancel(patient, requested.revision(), CancellationReason.CANNOT_ATTEND));

        assertThat(cancelAppointment.cancel(patient, cancelled.revision(), CancellationReason.OTHER))
                .isInstanceOf(ChangeOutcome.ChangedMeanwhile.class);
        assertThat(confirmAppointment.confirm(doctor, cancelled.revision()))
                .isInstanceOf(ChangeOutcome.ChangedMeanwhile.class);
        assertThat(declineAppointment.decline(doctor, cancelled.revision(), DeclineReason.OTHER))
                .isInstanceOf(ChangeOutcome.ChangedMeanwhile.class);
        assertThat(moveAppointment.move(
                        patient,
                        cancelled.revision(),
                        scheduling.freeTimes(doctor).getLast().start()))
                .isInstanceOf(MoveOutcome.ChangedMeanwhile.class);
        assertThat(fulfilAppointment.fulfil(doctor, cancelled.id())).isInstanceOf(ClosingOutcome.NotConfirmed.class);
        assertThat(recordNoShow.record(doctor, cancelled.id())).isInstanceOf(ClosingOutcome.NotConfirmed.class);
    }

    @Test
    void aPatientCancelsAndMovesUntilItBeginsTheClinicCancelsLater() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var confirmed = scheduling.confirmedFor(patient, doctor);
        clock.moveTo(confirmed.slot().start());

        assertThat(cancelAppointment.cancel(patient, confirmed.revision(), CancellationReason.CANNOT_ATTEND))
                .isInstanceOf(ChangeOutcome.TimePassed.class);
        assertThat(moveAppointment.move(
                        patient,
                        confirmed.revision(),
                        scheduling.freeTimes(doctor).getLast().start()))
                .isInstanceOf(MoveOutcome.TimePassed.class);
        changed(cancelAppointment.cancel(doctor, confirmed.revision(), CancellationReason.OTHER));
    }

    @Test
    @Requirement("APP-03")
    void movedByThePatientItIsARequestAgain() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var confirmed = scheduling.confirmedFor(patient, doctor);
        var target = scheduling.freeTimes(doctor).get(7);

        var outcome = moveAppointment.move(patient, confirmed.revision(), target.start());

        assertThat(outcome).isInstanceOfSatisfying(MoveOutcome.Moved.class, moved -> {
            assertThat(moved.appointment().state()).isEqualTo(AppointmentState.REQUESTED);
            assertThat(moved.appointment().slot()).isEqualTo(target);
            assertThat(lookups.appointment(confirmed.id())).contains(moved.appointment());
        });
        assertThat(scheduling.freeTimes(doctor)).contains(confirmed.slot()).doesNotContain(target);
        assertThat(events.stream(AppointmentMoved.class)).singleElement().satisfies(moved -> {
            assertThat(moved.from()).isEqualTo(confirmed.slot());
            assertThat(moved.by()).isEqualTo(Party.PATIENT);
        });
    }

    @Test
    @Requirement("APP-03")
    void movedByTheClinicItStaysAsItWas() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var confirmed = scheduling.confirmedFor(patient, doctor);
        var requested = scheduling.requestedBy(patient, doctor);
        var targets = scheduling.freeTimes(doctor).subList(5, 7);

        assertThat(moveAppointment.move(
                        doctor, confirmed.revision(), targets.get(0).start()))
                .isInstanceOfSatisfying(
                        MoveOutcome.Moved.class,
                        moved -> assertThat(moved.appointment().state()).isEqualTo(AppointmentState.CONFIRMED));
        assertThat(moveAppointment.move(
                        doctor, requested.revision(), targets.get(1).start()))
                .isInstanceOfSatisfying(
                        MoveOutcome.Moved.class,
                        moved -> assertThat(moved.appointment().state()).isEqualTo(AppointmentState.REQUESTED));
    }

    @Test
    void aMoveToATakenTimeLeavesTheAppointmentAndOffersOthers() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var appointment = scheduling.requestedBy(patient, doctor);
        var taken = scheduling.requestedBy(people.patient(), doctor).slot();

        assertThat(moveAppointment.move(patient, appointment.revision(), taken.start()))
                .isInstanceOfSatisfying(
                        MoveOutcome.SlotTaken.class,
                        outcome -> assertThat(outcome.otherTimes()).isNotEmpty().doesNotContain(taken));
        assertThat(lookups.appointment(appointment.id())).contains(appointment);
    }

    @Test
    void aMoveOntoAnotherAppointmentOfThePatientIsRefused() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(patient, doctor);
        var busy = scheduling.freeTimes(doctor).get(4);
        scheduling.requestedBy(patient, scheduling.doctorWithHours(), busy);

        assertThat(moveAppointment.move(doctor, appointment.revision(), busy.start()))
                .isInstanceOf(MoveOutcome.PatientBusy.class);
    }

    @Test
    void movedToItsOwnTimeNothingHappens() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var confirmed = scheduling.confirmedFor(patient, doctor);

        assertThat(moveAppointment.move(
                        patient, confirmed.revision(), confirmed.slot().start()))
                .isEqualTo(new MoveOutcome.Moved(confirmed));
        assertThat(lookups.appointment(confirmed.id())).contains(confirmed);
    }

    @Test
    void aMoveOutsideTheHoursOrIntoThePastIsRefused() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(
                patient, doctor, scheduling.freeTimes(doctor).get(6));
        var grid = appointment.slot().start();

        assertThat(moveAppointment.move(patient, appointment.revision(), grid.plusSeconds(7)))
                .isInstanceOfSatisfying(
                        MoveOutcome.OutsideClinicHours.class,
                        outside -> assertThat(outside.otherTimes()).isNotEmpty());
        assertThat(moveAppointment.move(patient, appointment.revision(), grid.minus(Duration.ofDays(1))))
                .isInstanceOf(MoveOutcome.TooLate.class);
        assertThat(moveAppointment.move(patient, appointment.revision(), grid.plus(Duration.ofDays(80))))
                .isInstanceOf(MoveOutcome.OutsideClinicHours.class);
    }

    @Test
    void toMoveAnAppointmentItsOwnTimeCountsAsFree() {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(patient, doctor);
        var period = new TimeSlot(
                appointment.slot().start(), appointment.slot().end().plus(Duration.ofHours(1)));

        assertThat(findFreeSlots
                        .toMove(patient, appointment.id(), period)
                        .orElseThrow()
                        .slots())
                .contains(appointment.slot());
        assertThatThrownBy(() -> findFreeSlots.toMove(people.patient(), appointment.id(), period))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void aVisitThatTookPlaceIsFulfilledByItsDoctorOrByTheSystem() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var one = scheduling.confirmedFor(patient, doctor);
        var other = scheduling.confirmedFor(patient, doctor);

        assertThat(fulfilAppointment.fulfil(doctor, one.id()))
                .isInstanceOfSatisfying(
                        ClosingOutcome.Closed.class,
                        closed -> assertThat(lookups.appointment(one.id())).contains(closed.appointment()));
        assertThat(lookups.appointment(one.id()).orElseThrow().state()).isEqualTo(AppointmentState.FULFILLED);
        assertThat(fulfilAppointment.fulfil(Actors.system(), other.id())).isInstanceOf(ClosingOutcome.Closed.class);
        assertThatThrownBy(() -> fulfilAppointment.fulfil(patient, one.id())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void nobodyMissesAVisitThatHasNotBegun() {
        var doctor = scheduling.doctorWithHours();
        var confirmed = scheduling.confirmedFor(people.patient(), doctor);

        assertThat(recordNoShow.record(doctor, confirmed.id())).isInstanceOf(ClosingOutcome.NotYet.class);
        clock.moveTo(confirmed.slot().start());
        assertThat(recordNoShow.record(doctor, confirmed.id()))
                .isInstanceOfSatisfying(
                        ClosingOutcome.Closed.class,
                        closed -> assertThat(closed.appointment().state()).isEqualTo(AppointmentState.NO_SHOW));
    }

    @Test
    void whatIsOverIsReadAsItEndedAndNeitherCancelledNorMoved() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var fulfilled = scheduling.confirmedFor(patient, doctor);
        var missed = scheduling.confirmedFor(patient, doctor);
        var declined = scheduling.requestedBy(patient, doctor);
        var free = scheduling.freeTimes(doctor).getLast().start();
        clock.moveTo(missed.slot().start());
        fulfilAppointment.fulfil(doctor, fulfilled.id());
        recordNoShow.record(doctor, missed.id());
        declineAppointment.decline(doctor, declined.revision(), DeclineReason.OTHER);

        for (var id : List.of(fulfilled.id(), missed.id(), declined.id())) {
            var over = lookups.appointment(id).orElseThrow();

            assertThat(cancelAppointment.cancel(doctor, over.revision(), CancellationReason.OTHER))
                    .isEqualTo(new ChangeOutcome.ChangedMeanwhile(over));
            assertThat(moveAppointment.move(doctor, over.revision(), free))
                    .isEqualTo(new MoveOutcome.ChangedMeanwhile(over));
            assertThat(lookups.appointment(id)).contains(over);
            assertThat(readAppointment.read(patient, id).since())
                    .isBetween(missed.slot().start(), clock.instant());
        }
        assertThat(readAppointment.read(patient, fulfilled.id()).ending()).isNull();
        assertThat(readAppointment.read(patient, missed.id()).ending()).isNull();
    }
}
