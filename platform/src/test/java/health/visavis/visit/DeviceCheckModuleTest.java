package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.DeviceFindings.Cause;
import health.visavis.visit.DeviceFindings.Dated;
import health.visavis.visit.DeviceFindings.Finding;
import health.visavis.visit.DeviceFindings.Part;
import health.visavis.visit.DeviceFindings.Verdict;
import health.visavis.visit.DeviceFindings.Way;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a patient's check tells the clinic, and what it spares the patient the next time.
@PlatformTest
class DeviceCheckModuleTest {

    private static final String DEVICES = "5a".repeat(32);
    private static final DeviceFindings GOOD = found(Finding.PASS);
    private static final DeviceFindings NO_CAMERA = found(new Finding(Verdict.FAIL, Cause.BUSY));

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private CheckDevices checkDevices;

    @Autowired
    private WhoWaits whoWaits;

    @Autowired
    private MutableClock clock;

    private Actor patient;
    private Actor doctor;
    private AppointmentSummary appointment;
    private VisitId visit;

    @BeforeEach
    void aVisitIsPlanned() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        appointment = scheduling.confirmedFor(patient, doctor);
        visit = new VisitId(appointment.id().value());
    }

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void theClinicSeesWhatDidNotWork() {
        checkDevices.found(patient, visit, NO_CAMERA);

        var seen = whoWaits.deviceFindings(doctor, clinician(), hours());
        assertThat(seen).containsOnlyKeys(visit);
        assertThat(Objects.requireNonNull(seen.get(visit)).findings().failures())
                .containsExactly(Part.CAMERA);
    }

    @Test
    void theLastCheckBeforeAVisitCounts() {
        checkDevices.found(patient, visit, NO_CAMERA);
        checkDevices.found(patient, visit, GOOD);

        assertThat(whoWaits.deviceFindings(doctor, clinician(), hours()).get(visit))
                .extracting(Dated::findings)
                .isEqualTo(GOOD);
    }

    @Test
    void theDoctorsOwnDevicesAreNotThePatients() {
        checkDevices.found(doctor, visit, NO_CAMERA);

        assertThat(whoWaits.deviceFindings(doctor, clinician(), hours())).isEmpty();
    }

    @Test
    void whatWorkedIsRememberedForTheNextVisit() {
        checkDevices.found(patient, visit, GOOD);
        var later = scheduling.requestedBy(
                patient, doctor, scheduling.freeTimes(doctor).get(4));
        var next = new VisitId(scheduling.confirm(doctor, later).id().value());

        assertThat(checkDevices.lastFound(patient, next)).map(Dated::findings).contains(GOOD);
    }

    @Test
    void afterAMonthItIsForgotten() {
        checkDevices.found(patient, visit, GOOD);
        clock.advance(Duration.ofDays(31));

        assertThat(checkDevices.lastFound(patient, visit)).isEmpty();
    }

    private TimeSlot hours() {
        return new TimeSlot(
                appointment.slot().start().minus(Duration.ofHours(1)),
                appointment.slot().end());
    }

    private ClinicianId clinician() {
        return Objects.requireNonNull(doctor.clinician());
    }

    private static DeviceFindings found(Finding camera) {
        return new DeviceFindings(camera, Finding.PASS, Finding.UNTRIED, Finding.PASS, Way.UDP, 40, 4_000, DEVICES);
    }
}
