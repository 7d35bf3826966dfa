package health.visavis.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Origin;
import health.visavis.access.Passage;
import health.visavis.access.Passage.Reason;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.access.Role;
import health.visavis.alarm.AlarmSubject.Key;
import health.visavis.alarm.AlarmSubject.Person;
import health.visavis.alarm.AlarmSubject.Trail;
import health.visavis.alarm.domain.Place;
import health.visavis.alarm.store.AlarmTable;
import health.visavis.audit.AuditReader;
import health.visavis.audit.LogTrouble;
import health.visavis.chart.ReadChart;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.InviteStaff;
import health.visavis.people.NewStaff;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.PersonDetails;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Each alarm, raised by the thing itself.
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class AlarmModuleTest {

    private static final String HOME = "192.0.2.10";
    private static final String FAR = "198.51.100.10";

    @Autowired
    private Alarms alarms;

    @Autowired
    private NewAdministrators newAdministrators;

    @Autowired
    private TrailRound round;

    @Autowired
    private VerificationRound verification;

    @Autowired
    private LogTrouble trouble;

    @Autowired
    private Passages passages;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private ReadChart readChart;

    @Autowired
    private InviteStaff inviteStaff;

    @Autowired
    private AuditReader trail;

    @Autowired
    private AlarmTable table;

    @Autowired
    private AlarmSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private MutableClock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @BeforeEach
    void theRoundHasLookedAnHourAgo() {
        clock.reset();
        database.update("UPDATE alarm_round SET looked_to = now() - interval '1 hour' WHERE name = 'trail'");
        database.update("DELETE FROM alarm WHERE subject_kind = 'TRAIL'");
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Requirement("MON-03")
    void tenRefusedSignInsAreOneAlarmHoweverManyInstancesLook() throws Exception {
        var somebody = new Traveller(PersonId.next(), Set.of(Role.NURSE), null, new Origin(HOME, "-", "test"));
        tries(somebody, 9);
        round.make();
        assertThat(about(somebody.person())).isEmpty();

        tries(somebody, 5);
        atOnce(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(one -> () -> {
                    round.make();
                    return true;
                })
                .toList());
        round.make();

        assertThat(about(somebody.person())).containsExactly("brute-force 10");
    }

    @Test
    void whatWasSaidIsNoNewAlarmUntilItIsQuiet() {
        var somebody = new Traveller(PersonId.next(), Set.of(Role.NURSE), null, new Origin(HOME, "-", "test"));
        tries(somebody, 10);
        round.make();
        clock.advance(Duration.ofMinutes(50));
        tries(somebody, 10);
        round.make();
        assertThat(about(somebody.person())).hasSize(1);

        clock.advance(Duration.ofMinutes(20));
        tries(somebody, 10);
        round.make();

        assertThat(about(somebody.person())).hasSize(2);
    }

    /// Nobody looked for a day.
    @Test
    void whatHappenedWhileNoInstanceRanIsFound() {
        var somebody = new Traveller(PersonId.next(), Set.of(Role.NURSE), null, new Origin(HOME, "-", "test"));
        tries(somebody, 10);
        clock.advance(Duration.ofDays(1));

        round.make();

        assertThat(about(somebody.person())).containsExactly("brute-force 10");
    }

    @Test
    @Requirement("MON-03")
    void oneAddressThatTriesManyPeopleIsAnAlarm() {
        var address = "192.0.2.250";
        database.update("DELETE FROM alarm WHERE subject = ?", address);
        for (var person = 0; person < 50; person++) {
            tries(new Traveller(PersonId.next(), Set.of(), null, new Origin(address, "-", "test")), 1);
        }

        round.make();

        assertThat(about(address)).containsExactly("brute-force 50");
    }

    @Test
    @Requirement("MON-03")
    void anAdministratorWhoIsInvitedIsAnAlarmAndANurseIsNot() {
        var admin = invited(Role.ADMIN);
        var nurse = invited(Role.NURSE);

        assertThat(about(admin)).containsExactly("new-admin 1");
        assertThat(about(nurse)).isEmpty();
    }

    /// The provider gave the role, and nobody here had a hand in it.
    @Test
    @Requirement("MON-03")
    void whoComesAsAdministratorForTheFirstTimeIsAnAlarm() {
        var nurse = new Traveller(PersonId.next(), Set.of(Role.NURSE), null, new Origin(HOME, "-", "test"));
        comes(nurse);
        round.make();
        assertThat(about(nurse.person())).isEmpty();
        var admin = new Traveller(nurse.person(), Set.of(Role.NURSE, Role.ADMIN), null, nurse.origin());

        comes(admin);
        comes(admin);
        round.make();
        clock.advance(Duration.ofHours(5));
        comes(admin);
        round.make();

        assertThat(about(nurse.person())).containsExactly("new-admin 1");
    }

    /// Five years ago nobody was an administrator yet.
    @Test
    void theVeryFirstAdministratorIsNoAlarmAndTheSecondIs() {
        var first = new Traveller(PersonId.next(), Set.of(Role.ADMIN), null, new Origin(HOME, "-", "test"));
        var second = new Traveller(PersonId.next(), Set.of(Role.ADMIN), null, first.origin());
        clock.advance(Duration.ofDays(-5 * 365));
        newAdministrators.invited(first.person());
        assertThat(about(first.person())).isEmpty();
        var day = clock.instant();
        comes(first);
        newAdministrators.came(first.person(), day);
        assertThat(about(first.person())).isEmpty();

        clock.advance(Duration.ofHours(1));
        newAdministrators.came(second.person(), clock.instant());
        assertThat(about(second.person())).containsExactly("new-admin 1");
        database.update("DELETE FROM alarm WHERE subject = ?", second.person().toString());
    }

    @Test
    @Requirement("MON-03")
    void fortyChartsInAnHourAreAnAlarmAndFortyLooksAtOneAreNot() {
        var doctor = people.doctor();
        var patients = IntStream.range(0, 40).mapToObj(one -> treatedBy(doctor)).toList();
        for (var look = 0; look < 40; look++) {
            readChart.of(doctor, patients.getFirst().patient());
        }
        patients.stream().limit(39).forEach(patient -> readChart.of(doctor, patient.patient()));
        round.make();
        assertThat(about(doctor.person())).isEmpty();

        readChart.of(doctor, patients.getLast().patient());
        round.make();

        assertThat(about(doctor.person())).containsExactly("bulk-reading 40");
    }

    @Test
    @Requirement("MON-03")
    void aTamperedRowIsAnAlarmAtTheNextVerification() {
        var reader = people.patient();
        readChart.own(reader);
        var row = Awaitility.await("the row in the log")
                .until(
                        () -> database.queryForList(
                                """
                                SELECT event.id FROM audit_event event JOIN audit_log_leaf ON event_id = event.id
                                 WHERE actor = ? AND action = 'read-chart'
                                """, UUID.class, reader.person().value()),
                        found -> !found.isEmpty())
                .getFirst();
        var before = alarmsAboutTheTrail();
        database.update("UPDATE audit_event SET outcome = 'REFUSED' WHERE id = ?", row);
        try {
            verification.make();
        } finally {
            database.update("UPDATE audit_event SET outcome = 'GRANTED' WHERE id = ?", row);
        }

        assertThat(before).isZero();
        assertThat(alarmsAboutTheTrail()).isEqualTo(1);
    }

    @Test
    void aLogThatDisagreesWithItsSignatureIsOneAlarmHoweverOftenItIsSaid() {
        trouble.disagrees();
        trouble.disagrees();

        assertThat(alarmsAboutTheTrail()).isEqualTo(1);
    }

    @Test
    @Requirement("MON-03")
    void twoPlacesAnHourApartThatAreADayApartAreAnAlarm() {
        var somebody = PersonId.next();
        comes(new Traveller(somebody, Set.of(Role.NURSE), null, new Origin(HOME, "-", "test")));
        clock.advance(Duration.ofHours(1));
        comes(new Traveller(somebody, Set.of(Role.NURSE), null, new Origin(FAR, "-", "test")));
        var places = Map.of(HOME, new Place(40.71, -74.01), FAR, new Place(34.05, -118.24));

        new TrailRound(
                        trail,
                        alarms,
                        newAdministrators,
                        table,
                        address -> Optional.ofNullable(places.get(address)),
                        settings,
                        transaction,
                        clock)
                .make();

        assertThat(about(somebody)).containsExactly("impossible-travel 2");
    }

    /// What their capabilities will say, in their own transaction.
    @Test
    @Requirement("MON-03")
    void theDeletionOfAKeyAndABrokenGlassAreSaidByWhoeverSeesThem() {
        var key = "patients-" + TimeOrderedId.next();
        var doctor = PersonId.next();
        transaction.executeWithoutResult(open -> {
            alarms.raise(AlarmKind.KEY_DELETION_ATTEMPT, new Key(key));
            alarms.raise(AlarmKind.BREAK_GLASS, new Person(doctor));
        });
        transaction.executeWithoutResult(open -> {
            alarms.raise(AlarmKind.BREAK_GLASS, new Person(PersonId.next()));
            open.setRollbackOnly();
        });

        assertThat(about(key)).containsExactly("key-deletion-attempt 1");
        assertThat(about(doctor)).containsExactly("break-glass 1");
    }

    @Test
    @Requirement("MON-03")
    void anAlarmIsCountedAndSaidInTheLogWithoutWhomItIsAbout(CapturedOutput output) {
        var before = counted(AlarmKind.BREAK_GLASS);
        var doctor = PersonId.next();

        alarms.raise(AlarmKind.BREAK_GLASS, new Person(doctor));

        var id = database.queryForObject("SELECT id FROM alarm WHERE subject = ?", UUID.class, doctor.toString());
        Awaitility.await().until(() -> output.getAll().contains("alarm.break-glass " + id));
        assertThat(counted(AlarmKind.BREAK_GLASS)).isGreaterThanOrEqualTo(before + 1);
        assertThat(output.getAll()).doesNotContain(doctor.toString());
        assertThat(meters.find(AlarmKind.METRIC).counters())
                .allSatisfy(counter -> assertThat(counter.getId().getTags()).hasSize(1))
                .hasSize(AlarmKind.values().length);
    }

    @Test
    void ofTwoWhoRaiseTheSameAtOnceOneDoes() throws Exception {
        var alarm = new Alarm(AlarmKind.BREAK_GLASS, new Person(PersonId.next()), Instant.now(), 1);

        var raised = atOnce(IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(one -> () -> alarms.raise(alarm))
                .toList());

        assertThat(raised).containsOnlyOnce(true);
    }

    private long alarmsAboutTheTrail() {
        return about(new Trail().value()).stream()
                .filter(alarm -> alarm.startsWith("audit-verification-failure"))
                .count();
    }

    private double counted(AlarmKind kind) {
        return meters.get(AlarmKind.METRIC).tag("kind", kind.code()).counter().count();
    }

    private void tries(Traveller traveller, int times) {
        for (var one = 0; one < times; one++) {
            passages.refused(traveller, Passage.SIGN_IN, Reason.SECOND_FACTOR_MISSING);
        }
    }

    private void comes(Traveller traveller) {
        passages.passed(traveller, Passage.SIGN_IN, Reason.OWN_SIGN_IN);
    }

    private PersonId invited(Role role) {
        var id = PersonId.next();
        var details = new PersonDetails("Alex", "Example", null, null, PeopleFixtures.NEW_YORK, Locale.ENGLISH);
        inviteStaff.invite(people.admin(), new NewStaff(id, details, Set.of(role), "", Set.of()));
        return id;
    }

    private Actor treatedBy(Actor doctor) {
        var patient = people.patient();
        transaction.executeWithoutResult(open -> beginCare.recorded(patient.patient(), doctor.clinician()));
        return patient;
    }

    private List<String> about(PersonId person) {
        return about(person.toString());
    }

    private List<String> about(String subject) {
        return database.queryForList(
                "SELECT kind || ' ' || acts FROM alarm WHERE subject = ? ORDER BY happened_at", String.class, subject);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }
}
