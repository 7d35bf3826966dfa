package health.visavis.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Passage;
import health.visavis.access.Role;
import health.visavis.alarm.AlarmKind;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.Alarms;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.alarm.TrailActs;
import health.visavis.insight.MarkAlarmSeen.SeenOutcome;
import health.visavis.insight.ReadAlarms.Named;
import health.visavis.kernel.Requirement;
import health.visavis.people.Administrators;
import health.visavis.people.PeopleFixtures;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/// Who sees alarms, and who says what they were.
@PlatformTest
class AlarmsModuleTest {

    @Autowired
    private Alarms alarms;

    @Autowired
    private ReadAlarms readAlarms;

    @Autowired
    private MarkAlarmSeen markSeen;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private JdbcTemplate application;

    @Autowired
    private MutableClock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    void onlyAnAdministratorSeesThem() {
        for (var other : List.of(people.patient(), people.doctor(), people.nurseOnTheTeamOf())) {
            assertThatThrownBy(() -> readAlarms.read(other)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> readAlarms.openCount(other)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> markSeen.mark(other, UUID.randomUUID(), Finding.EXPECTED))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    @Requirement("MON-03")
    void whoHasSeenOneAndWhatItWasStaysAndIsOnTheTrail() {
        var admin = people.admin();
        var doctor = people.doctor();
        alarms.raise(AlarmKind.BREAK_GLASS, new AlarmSubject.Person(doctor.person()));
        var open = readAlarms.read(admin).open().stream()
                .filter(named -> named.raised().alarm().subject().equals(new AlarmSubject.Person(doctor.person())))
                .findFirst()
                .orElseThrow();
        assertThat(open.aboutName()).isEqualTo("Doc Example");
        var id = open.raised().id();

        assertThat(markSeen.mark(admin, id, Finding.INCIDENT)).isInstanceOf(SeenOutcome.Seen.class);
        assertThat(markSeen.mark(people.admin(), id, Finding.HARMLESS)).isInstanceOf(SeenOutcome.SeenBefore.class);

        var found = readAlarms.read(admin);
        assertThat(found.open()).extracting(named -> named.raised().id()).doesNotContain(id);
        assertThat(found.seen())
                .filteredOn(named -> named.raised().id().equals(id))
                .singleElement()
                .satisfies(AlarmsModuleTest::isSeenByAda);
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE action = 'mark-alarm-seen' AND subject_id = ? AND actor = ?",
                        Long.class,
                        id,
                        admin.person().value()))
                .isEqualTo(1);
    }

    @Test
    void nobodyJudgesWhatIsAboutThemselves() {
        var admin = people.admin();
        var other = people.admin();
        readAlarms.read(other);
        var id = alarmAbout(admin);

        assertThat(readAlarms.read(admin).onlyAdministrator()).isFalse();
        assertThat(markSeen.mark(admin, id, Finding.EXPECTED)).isInstanceOf(SeenOutcome.AboutOneself.class);
        assertThat(markSeen.mark(admin, UUID.randomUUID(), Finding.EXPECTED))
                .isInstanceOf(SeenOutcome.NoSuchAlarm.class);
        assertThat(markSeen.mark(other, id, Finding.EXPECTED)).isInstanceOf(SeenOutcome.Seen.class);
    }

    /// Nobody else has done anything as an administrator for a month, or they have left.
    @Test
    void theOnlyAdministratorJudgesWhatIsAboutThemselvesAndTheRecordSaysSo() {
        var admin = people.admin();
        var id = alarmAbout(admin);
        clock.advance(Administrators.LATELY.plusDays(400));
        var leaving = people.admin();
        readAlarms.read(leaving);
        assertThat(markSeen.mark(admin, id, Finding.EXPECTED)).isInstanceOf(SeenOutcome.AboutOneself.class);
        database.update(
                "UPDATE person SET deactivated_at = now() WHERE id = ?",
                leaving.person().value());

        assertThat(readAlarms.read(admin).onlyAdministrator()).isTrue();
        assertThat(markSeen.mark(admin, id, Finding.EXPECTED)).isInstanceOf(SeenOutcome.Seen.class);

        assertThat(readAlarms.read(admin).seen())
                .filteredOn(named -> named.raised().id().equals(id))
                .singleElement()
                .satisfies(
                        named -> assertThat(named.raised().seenByItsSubject()).isTrue());
    }

    @Test
    void theApplicationCanNeitherTakeAnAlarmBackNorChangeWhatItSays() {
        for (var forbidden : List.of("DELETE FROM alarm", "UPDATE alarm SET subject = '-'", "TRUNCATE alarm")) {
            assertThatThrownBy(() -> application.execute(forbidden))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
    }

    /// The alarms lie below the acts that they look at, and know them by code.
    @Test
    void theCodesThatAreLookedAtAreThoseOfTheTrail() {
        var acts = Arrays.stream(Action.values()).map(Action::code).toList();
        var passages = Arrays.stream(Passage.values()).map(Passage::code).toList();

        assertThat(acts).containsAll(TrailActs.READING).containsAll(TrailActs.LISTING);
        assertThat(passages).containsAll(TrailActs.ENTRANCES);
        assertThat(Stream.of(Role.values()).map(Role::name)).contains(TrailActs.ADMIN);
    }

    private UUID alarmAbout(Actor admin) {
        alarms.raise(AlarmKind.NEW_ADMIN, new AlarmSubject.Person(admin.person()));
        return database.queryForObject(
                "SELECT id FROM alarm WHERE subject = ?",
                UUID.class,
                admin.person().toString());
    }

    private static void isSeenByAda(Named named) {
        assertThat(named.raised().seenByItsSubject()).isFalse();
        assertThat(named.seenByName()).isEqualTo("Ada Example");
        assertThat(named.raised().seen().finding()).isEqualTo(Finding.INCIDENT);
    }
}
