package health.visavis.scheduling;

import static health.visavis.scheduling.SchedulingFixtures.clinicianOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.domain.BookingFixtures;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.HoursException;
import health.visavis.scheduling.domain.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
class ClinicHoursModuleTest {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    @Autowired
    PeopleFixtures people;

    @Autowired
    SetClinicHours setClinicHours;

    @Autowired
    ReadClinicHours readClinicHours;

    @Autowired
    AddHoursException addHoursException;

    @Autowired
    RemoveHoursException removeHoursException;

    @Autowired
    FindFreeSlots findFreeSlots;

    @Autowired
    ListBookableClinicians listBookableClinicians;

    @Autowired
    ReadAgenda readAgenda;

    @Autowired
    ReadMyAppointments readMyAppointments;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    RequestAppointment requestAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    MutableClock clock;

    private Actor doctor;

    @BeforeEach
    void aDoctorWhoWorksOnMondays() {
        clock.moveTo(MONDAY.minusDays(1)
                .atTime(12, 0)
                .atZone(PeopleFixtures.NEW_YORK)
                .toInstant());
        doctor = people.doctor();
        setClinicHours.set(doctor, onMondays("09:00", "11:00"));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void hoursAreReadAsTheyWereSet() {
        var hours =
                readClinicHours.read(doctor, clinicianOf(doctor)).orElseThrow().hours();
        assertThat(hours).isEqualTo(onMondays("09:00", "11:00"));

        setClinicHours.set(doctor, onMondays("14:00", "00:00"));
        assertThat(readClinicHours
                        .read(doctor, clinicianOf(doctor))
                        .orElseThrow()
                        .hours())
                .isEqualTo(onMondays("14:00", "00:00"));
    }

    @Test
    void aDoctorSetsHisOwnHoursOnly() {
        var other = people.doctor();
        var patient = people.patient();
        var nurse = people.nurseOnTheTeamOf(clinicianOf(doctor));
        for (var stranger : List.of(other, patient, nurse)) {
            assertThatThrownBy(() -> setClinicHours.set(stranger, onMondays("01:00", "02:00")))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> addHoursException.close(
                            stranger, clinicianOf(doctor), MONDAY.atStartOfDay(), MONDAY.atTime(10, 0)))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(readClinicHours.read(nurse, clinicianOf(doctor))).isPresent();
        assertThatThrownBy(() -> readClinicHours.read(patient, clinicianOf(doctor)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void aClosedDayIsNotOfferedUntilTheExceptionIsRemoved() {
        assertThat(slotsOn(MONDAY)).hasSize(4);
        var closed = addHoursException.close(
                doctor,
                clinicianOf(doctor),
                MONDAY.atStartOfDay(),
                MONDAY.plusDays(1).atStartOfDay());
        assertThat(slotsOn(MONDAY)).isEmpty();
        assertThat(readClinicHours
                        .read(doctor, clinicianOf(doctor))
                        .orElseThrow()
                        .exceptions())
                .hasSize(1);

        var other = people.doctor();
        removeHoursException.remove(other, clinicianOf(other), closed);
        assertThat(slotsOn(MONDAY)).isEmpty();
        removeHoursException.remove(doctor, clinicianOf(doctor), closed);
        assertThat(slotsOn(MONDAY)).hasSize(4);
    }

    @Test
    void anExceptionIsRemovedByTheNameThatItIsReadUnder() {
        addHoursException.close(
                doctor,
                clinicianOf(doctor),
                MONDAY.atStartOfDay(),
                MONDAY.plusDays(1).atStartOfDay());
        var extra = addHoursException.open(
                doctor, clinicianOf(doctor), MONDAY.plusDays(5), BookingFixtures.hours("10:00", "11:00"));

        var read =
                readClinicHours.read(doctor, clinicianOf(doctor)).orElseThrow().exceptions();
        assertThat(read).extracting(HoursException::id).contains(extra).doesNotContainNull();
        read.forEach(each -> removeHoursException.remove(doctor, clinicianOf(doctor), each.id()));

        assertThat(readClinicHours
                        .read(doctor, clinicianOf(doctor))
                        .orElseThrow()
                        .exceptions())
                .isEmpty();
    }

    @Test
    void aDayThatIsClosedFarAheadIsNotBookedAndNothingMovesThere() {
        var patient = people.patient();
        var farAhead = slotsOn(MONDAY.plusDays(28)).get(1);
        var soon = scheduling.requestedBy(patient, doctor, slotsOn(MONDAY).getFirst());
        addHoursException.close(
                doctor,
                clinicianOf(doctor),
                MONDAY.plusDays(28).atStartOfDay(),
                MONDAY.plusDays(29).atStartOfDay());

        assertThat(requestAppointment.request(patient, SchedulingFixtures.wish(patient, doctor, farAhead)))
                .isInstanceOf(BookingOutcome.OutsideClinicHours.class);
        assertThat(moveAppointment.move(patient, soon.revision(), farAhead.start()))
                .isInstanceOf(MoveOutcome.OutsideClinicHours.class);
    }

    @Test
    void theNoticeThatAClinicWantsBindsPatientsAndNotItsStaff() {
        var slots = slotsOn(MONDAY);
        clock.moveTo(slots.get(1).start().minus(Duration.ofMinutes(10)));
        var soon = new TimeSlot(slots.get(1).start(), slots.get(3).end());

        assertThat(findFreeSlots
                        .toBook(doctor, clinicianOf(doctor), soon)
                        .orElseThrow()
                        .slots())
                .contains(slots.get(1));
        assertThat(findFreeSlots
                        .toBook(people.patient(), clinicianOf(doctor), soon)
                        .orElseThrow()
                        .slots())
                .doesNotContain(slots.get(1))
                .contains(slots.get(3));
    }

    @Test
    void aMoveSoonerThanTheNoticeIsTooLateForThePatientAndNotForTheClinic() {
        var patient = people.patient();
        var slots = slotsOn(MONDAY);
        var later = scheduling.requestedBy(patient, doctor, slots.get(3));
        clock.moveTo(slots.get(1).start().minus(Duration.ofMinutes(10)));

        assertThat(moveAppointment.move(patient, later.revision(), slots.get(1).start()))
                .isInstanceOf(MoveOutcome.TooLate.class);
        assertThat(moveAppointment.move(doctor, later.revision(), slots.get(1).start()))
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void extraHoursAreOffered() {
        addHoursException.open(
                doctor, clinicianOf(doctor), MONDAY.plusDays(5), BookingFixtures.hours("23:00", "00:00"));
        assertThat(slotsOn(MONDAY.plusDays(5))).hasSize(2);
    }

    @Test
    void anEmptyWeekNamesTheNextFreeTime() {
        var tuesday = MONDAY.plusDays(1).atStartOfDay(PeopleFixtures.NEW_YORK).toInstant();
        var free = findFreeSlots
                .toBook(people.patient(), clinicianOf(doctor), new TimeSlot(tuesday, tuesday.plus(Duration.ofDays(3))))
                .orElseThrow();
        assertThat(free.slots()).isEmpty();
        assertThat(free.next()).isEqualTo(slotsOn(MONDAY.plusDays(7)).getFirst());
    }

    @Test
    void cliniciansWithHoursCanBeBookedAndShowTheirNextFreeTime() {
        var withoutHours = people.doctor();
        assertThat(listBookableClinicians.list(people.patient()))
                .noneMatch(each -> each.clinician().id().equals(withoutHours.clinician()))
                .filteredOn(each -> each.clinician().id().equals(doctor.clinician()))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.nextFree()).isEqualTo(slotsOn(MONDAY).getFirst()));
    }

    @Test
    void theNextFreeTimeOfAClinicianIsNotOneThatIsTaken() {
        var slots = slotsOn(MONDAY);
        scheduling.requestedBy(people.patient(), doctor, slots.get(0));
        scheduling.requestedBy(people.patient(), doctor, slots.get(1));

        assertThat(listBookableClinicians.list(people.patient()))
                .filteredOn(each -> each.clinician().id().equals(doctor.clinician()))
                .singleElement()
                .satisfies(each -> assertThat(each.nextFree()).isEqualTo(slots.get(2)));
    }

    @Test
    @Requirement("AUD-01")
    void theTrailSaysWhomTheAgendaShowed() {
        var onTheDay = people.patient();
        var asking = people.patient();
        scheduling.confirm(
                doctor, scheduling.requestedBy(onTheDay, doctor, slotsOn(MONDAY).get(1)));
        scheduling.requestedBy(asking, doctor, slotsOn(MONDAY.plusDays(7)).get(2));
        var nurse = people.nurseOnTheTeamOf(clinicianOf(doctor));

        readAgenda.read(nurse, clinicianOf(doctor), MONDAY);

        assertThat(new JdbcTemplate(TestDatabase.asSuperuser())
                        .queryForList(
                                "SELECT shown.patient_id FROM audit_event_patient shown JOIN audit_event ON id = event_id WHERE actor = ?",
                                UUID.class,
                                nurse.person().value()))
                .containsExactlyInAnyOrder(
                        SchedulingFixtures.patientOf(onTheDay).value(),
                        SchedulingFixtures.patientOf(asking).value());
    }

    @Test
    void theAgendaKeepsTheClinicsClockAndWithoutHoursTheCliniciansOwn() {
        var tokyo = ZoneId.of("Asia/Tokyo");
        setClinicHours.set(
                doctor,
                new ClinicHours(
                        clinicianOf(doctor),
                        tokyo,
                        new BookingRules(Duration.ofMinutes(30), Duration.ofHours(1), 30),
                        List.of(new WeeklyHours(DayOfWeek.MONDAY, BookingFixtures.hours("09:00", "11:00")))));
        var withoutHours = people.doctor();

        var agenda = readAgenda.read(doctor, clinicianOf(doctor), null);
        assertThat(agenda.zone()).isEqualTo(tokyo);
        assertThat(agenda.day()).as("noon in New York is the next day in Tokyo").isEqualTo(MONDAY);
        assertThat(readAgenda
                        .read(withoutHours, clinicianOf(withoutHours), null)
                        .zone())
                .isEqualTo(PeopleFixtures.NEW_YORK);
    }

    @Test
    void theAgendaShowsTheDayAndEveryOpenRequest() {
        var patient = people.patient();
        var today = scheduling.confirm(
                doctor, scheduling.requestedBy(patient, doctor, slotsOn(MONDAY).get(1)));
        var asked = scheduling.requestedBy(
                patient, doctor, slotsOn(MONDAY.plusDays(7)).get(2));

        var agenda = readAgenda.read(doctor, clinicianOf(doctor), MONDAY);

        assertThat(agenda.appointments()).extracting(Agenda.Line::appointment).containsExactly(today);
        assertThat(agenda.requests()).extracting(Agenda.Line::appointment).containsExactly(asked);
        assertThat(agenda.requests().getFirst().patient().id()).isEqualTo(patient.patient());
        assertThat(agenda.zone()).isEqualTo(PeopleFixtures.NEW_YORK);
        assertThat(readAgenda
                        .read(people.nurseOnTheTeamOf(clinicianOf(doctor)), clinicianOf(doctor), null)
                        .day())
                .isEqualTo(MONDAY.minusDays(1));
        for (var stranger : List.of(patient, people.doctor(), people.nurseOnTheTeamOf(), people.admin())) {
            assertThatThrownBy(() -> readAgenda.read(stranger, clinicianOf(doctor), MONDAY))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void aPatientSeesWhatComesAndWhatWas() {
        var patient = people.patient();
        var slots = slotsOn(MONDAY);
        var first = scheduling.requestedBy(patient, doctor, slots.get(0));
        var second = scheduling.requestedBy(patient, doctor, slots.get(1));
        var cancelled = scheduling.requestedBy(patient, doctor, slots.get(2));
        cancelAppointment.cancel(patient, cancelled.revision(), CancellationReason.CANNOT_ATTEND);

        var before = readMyAppointments.read(patient);
        assertThat(before.upcoming()).containsExactly(first, second);
        assertThat(before.past()).extracting(AppointmentSummary::id).containsExactly(cancelled.id());
        assertThat(readMyAppointments.next(patient)).contains(first);

        clock.moveTo(slots.get(0).end());
        var after = readMyAppointments.read(patient);
        assertThat(after.upcoming()).containsExactly(second);
        assertThat(after.past()).extracting(AppointmentSummary::id).containsExactly(cancelled.id(), first.id());
        assertThat(readMyAppointments.next(patient)).contains(second);
        assertThatThrownBy(() -> readMyAppointments.read(doctor)).isInstanceOf(AccessDenied.class);
    }

    private ClinicHours onMondays(String opens, String closes) {
        return new ClinicHours(
                clinicianOf(doctor),
                PeopleFixtures.NEW_YORK,
                new BookingRules(Duration.ofMinutes(30), Duration.ofHours(1), 30),
                List.of(new WeeklyHours(DayOfWeek.MONDAY, BookingFixtures.hours(opens, closes))));
    }

    private List<TimeSlot> slotsOn(LocalDate day) {
        var zone = PeopleFixtures.NEW_YORK;
        return findFreeSlots
                .toBook(
                        doctor,
                        clinicianOf(doctor),
                        new TimeSlot(
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant()))
                .orElseThrow()
                .slots();
    }
}
