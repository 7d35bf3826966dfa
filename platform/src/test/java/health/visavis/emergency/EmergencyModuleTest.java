package health.visavis.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.emergency.PlaceOutcome.Field;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.EndVisit;
import health.visavis.visit.ReadVisit;
import health.visavis.visit.VisitFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class EmergencyModuleTest {

    private static final Place HOME = new Place("12 Elm Street, Albany", "New York", "Jo Example", "(202) 456-1414");

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private ConfirmPlace confirmPlace;

    @Autowired
    private RaiseEmergency raiseEmergency;

    @Autowired
    private ReadEmergency readEmergency;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private Emergencies emergencies;

    @Autowired
    private ReadVisit readVisit;

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
        clock.moveTo(readVisit.read(doctor, visit).slot().start());
    }

    @AfterEach
    void timeIsTimeAgain() {
        clock.reset();
    }

    @Test
    void thePatientSaysWhereTheyAreAndTheClinicianSeesIt() {
        assertThat(confirm(patient, HOME)).isInstanceOf(PlaceOutcome.Confirmed.class);

        var standing = readEmergency.read(doctor, visit);
        assertThat(standing.place()).isEqualTo(HOME);
        assertThat(standing.confirmed()).isTrue();
        assertThat(standing.confirmedAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
    }

    @Test
    void aPlaceIsSealed() {
        confirm(patient, HOME);

        assertThat(database.sql("SELECT encode(place, 'escape') FROM visit_place WHERE visit_id = ?")
                        .param(visit.value())
                        .query(String.class)
                        .single())
                .doesNotContain("Elm Street", "Jo Example", "456");
        assertThat(HOME.toString()).doesNotContain("Elm");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(confirm(patient, new Place(" ", "", "", "555")))
                .isEqualTo(new PlaceOutcome.Incomplete(Set.of(Field.ADDRESS, Field.STATE, Field.CONTACT_NAME)));
        assertThat(confirm(patient, new Place("Here", "NY", "Jo", "911")))
                .isEqualTo(new PlaceOutcome.Incomplete(Set.of(Field.CONTACT_NUMBER)));
        assertThat(confirm(patient, new Place("Here", "NY", "", ""))).isInstanceOf(PlaceOutcome.Confirmed.class);
    }

    @Test
    void aPlaceOfAnEarlierVisitIsOfferedAndNotTakenForTrue() {
        confirm(patient, HOME);
        visit = visits.planned(patient, doctor);

        var standing = readEmergency.read(doctor, visit);

        assertThat(standing.place()).isEqualTo(HOME);
        assertThat(standing.confirmed()).isFalse();
    }

    @Test
    void aPlaceOfTheDayBeforeIsAskedForAgain() {
        clock.advance(Duration.ofHours(-12));
        confirm(patient, HOME);

        assertThat(readEmergency.read(doctor, visit).confirmed()).isFalse();
    }

    @Test
    void pressingIsOnTheTrailAndEveryPageHearsOfIt() {
        var nurse = people.nurseOnTheTeamOf(doctor.clinician());

        raiseEmergency.raise(nurse, visit);

        assertThat(database.sql("SELECT count(*) FROM audit_event WHERE action = 'raise-emergency' AND subject_id = ?")
                        .param(visit.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(database.sql("SELECT count(*) FROM live_event WHERE topic IN (?, ?) AND kind = 'emergency'")
                        .params("visit:" + visit, "clinician:" + doctor.clinician())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(emergencies.among(List.of(visit))).containsKey(visit);
    }

    @Test
    void pressedTwiceInAMinuteItIsOneEmergencyAndLaterAnother() {
        raiseEmergency.raise(patient, visit);
        clock.advance(Duration.ofSeconds(20));
        raiseEmergency.raise(doctor, visit);
        assertThat(readEmergency.read(doctor, visit).raised()).hasSize(1);

        clock.advance(Duration.ofMinutes(5));
        raiseEmergency.raise(doctor, visit);

        assertThat(readEmergency.read(doctor, visit).raised())
                .extracting(EmergencyStanding.Raised::byPatient)
                .containsExactly(true, false);
    }

    @Test
    void aVisitThatIsOverTakesNoPress() {
        visit = visits.begun(patient, doctor);
        assertThat(raiseEmergency.raise(patient, visit)).isEqualTo(new EmergencyOutcome.Told());
        clock.advance(Duration.ofMinutes(5));
        endVisit.end(doctor, visit);

        assertThat(raiseEmergency.raise(patient, visit)).isEqualTo(new EmergencyOutcome.VisitOver());
        assertThat(raiseEmergency.raise(doctor, visit)).isEqualTo(new EmergencyOutcome.VisitOver());

        assertThat(readEmergency.read(doctor, visit).raised()).hasSize(1);
    }

    @Test
    void theNumberOfThePatientIsAtHand() {
        assertThat(Objects.requireNonNull(readEmergency.read(doctor, visit).number())
                        .reveal())
                .matches("\\(\\d{3}\\) \\d{3}-\\d{4}");
    }

    @Test
    void nobodyElseLearnsWhereThePatientIs() {
        confirm(patient, HOME);

        assertThatThrownBy(() -> readEmergency.read(people.doctor(), visit)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readEmergency.read(people.patient(), visit)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readEmergency.read(people.admin(), visit)).isInstanceOf(AccessDenied.class);
    }

    private PlaceOutcome confirm(Actor actor, Place place) {
        return confirmPlace.confirm(actor, visit, Sensitive.of(place));
    }
}
