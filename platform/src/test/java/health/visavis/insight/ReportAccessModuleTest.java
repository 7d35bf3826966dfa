package health.visavis.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.access.Access;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Passage;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.access.Role;
import health.visavis.audit.AuditQuery;
import health.visavis.chart.ReadChart;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.PeopleFixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Everybody of the fixtures is called Example; the clinic's day begins at six in New York.
@PlatformTest
class ReportAccessModuleTest {

    private static final Instant DAY = LocalDate.of(2026, 3, 3)
            .atTime(LocalTime.NOON)
            .atZone(PeopleFixtures.NEW_YORK)
            .toInstant();

    @Autowired
    private ReportAccess report;

    @Autowired
    private WatchPatient watch;

    @Autowired
    private ReadChart readChart;

    @Autowired
    private Access access;

    @Autowired
    private Passages passages;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    private Actor doctor;
    private Actor patient;
    private Actor admin;

    @BeforeEach
    void aDoctorTreatsAPatient() {
        clock.moveTo(DAY);
        admin = people.admin();
        doctor = people.doctor();
        patient = people.patient();
        transaction.executeWithoutResult(open -> beginCare.recorded(patient.patient(), doctor.clinician()));
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    void onlyAnAdministratorMayAsk() {
        for (var other : List.of(patient, doctor, people.nurseOnTheTeamOf())) {
            assertThatThrownBy(() -> report.accesses(other, day(null, null))).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> report.unusual(other, day(null, null))).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> watch.begin(other, patient.patient())).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    @Requirement("AUD-06")
    void whoAccessedAPatientIsOneLineWithHowOftenAndWhatWasRefused() {
        var stranger = people.doctor();
        readChart.of(doctor, patient.patient());
        readChart.of(doctor, patient.patient());
        transaction.executeWithoutResult(open ->
                access.showed(access.require(doctor, Action.LIST_PATIENTS.anyone()), List.of(patient.patient())));
        readChart.own(patient);
        assertThatThrownBy(() -> readChart.of(stranger, patient.patient())).isInstanceOf(AccessDenied.class);

        assertThat(report.accesses(admin, day(null, patient.patient())).lines())
                .filteredOn(line -> !line.accesses().actor().equals(admin.person()))
                .extracting(
                        line -> line.accesses().actor(),
                        line -> line.accesses().times(),
                        line -> line.accesses().refused(),
                        AccessLine::patientName)
                .containsExactly(
                        tuple(stranger.person(), 1L, 1L, "Pat Example"), tuple(doctor.person(), 3L, 0L, "Pat Example"));
        assertThat(report.accesses(admin, day(doctor, null)).lines())
                .extracting(line -> line.accesses().patient())
                .containsExactly(patient.patient());
        // Whoever was shown the report has had to do with the patient as well.
        assertThat(report.accesses(admin, day(admin, patient.patient())).lines())
                .hasSize(1);
    }

    /// Coming and going opens nobody's data, whose so ever it names.
    @Test
    @Requirement("AUD-06")
    void whoOnlyCameAndWentIsNotInTheReport() {
        for (var passage : Passage.values()) {
            passages.passed(Traveller.of(patient), passage, Passage.Reason.OWN_SIGN_IN);
        }

        assertThat(report.accesses(admin, day(null, patient.patient())).lines())
                .filteredOn(line -> !line.accesses().actor().equals(admin.person()))
                .isEmpty();
    }

    @Test
    void anotherDayIsAnotherReport() {
        readChart.of(doctor, patient.patient());
        var dayBefore =
                new AuditQuery(null, patient.patient(), null, null, DAY.minusSeconds(86_400), DAY.minusSeconds(1), 100);

        assertThat(report.accesses(admin, dayBefore).lines()).isEmpty();
    }

    @Test
    @Requirement("AUD-06")
    void eachUnusualAccessSaysWhy() {
        readChart.of(doctor, patient.patient());
        assertThat(reasonsOf(doctor)).containsExactly(Set.of(Unusual.SAME_FAMILY_NAME));

        var stranger = people.doctor();
        assertThatThrownBy(() -> readChart.of(stranger, patient.patient())).isInstanceOf(AccessDenied.class);
        assertThat(reasonsOf(stranger)).containsExactly(Set.of(Unusual.SAME_FAMILY_NAME, Unusual.NO_RELATIONSHIP));

        watch.begin(admin, patient.patient());
        assertThat(report.accesses(admin, day(null, patient.patient())).watched())
                .isTrue();
        assertThat(reasonsOf(doctor)).containsExactly(Set.of(Unusual.SAME_FAMILY_NAME, Unusual.WATCHED));
        watch.end(admin, patient.patient());
        assertThat(reasonsOf(doctor)).containsExactly(Set.of(Unusual.SAME_FAMILY_NAME));
    }

    @Test
    void staffWhoOpenTheirOwnRecordAsStaffAreFound() {
        var both = new Actor(patient.person(), Set.of(Role.NURSE), null, null, patient.origin(), patient.proof());
        assertThatThrownBy(() -> readChart.of(both, patient.patient())).isInstanceOf(AccessDenied.class);

        assertThat(reasonsOf(both)).containsExactly(Set.of(Unusual.SELF, Unusual.NO_RELATIONSHIP));
    }

    @Test
    void theNightIsAfterHoursInTheClinicsZone() {
        clock.moveTo(DAY.plusSeconds(10 * 3600 - 60));
        readChart.of(doctor, patient.patient());
        assertThat(reasonsOf(doctor).getLast()).doesNotContain(Unusual.AFTER_HOURS);

        clock.moveTo(DAY.plusSeconds(10 * 3600));
        readChart.of(doctor, patient.patient());

        assertThat(reasonsOf(doctor).getFirst()).contains(Unusual.AFTER_HOURS);
    }

    private List<Set<Unusual>> reasonsOf(Actor by) {
        return report.unusual(admin, day(by, null)).found().stream()
                .map(UnusualAccess::reasons)
                .toList();
    }

    private static AuditQuery day(@Nullable Actor by, @Nullable PatientId of) {
        return new AuditQuery(
                by == null ? null : by.person(), of, null, null, DAY.minusSeconds(60), DAY.plusSeconds(86_400), 100);
    }
}
