package health.visavis.consent;

import static health.visavis.consent.ConsentFixtures.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.PatientRows;
import health.visavis.access.Sensitivity;
import health.visavis.access.Unasked;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.OpenInEmergency;
import health.visavis.breakglass.OpenInEmergency.Emergency;
import health.visavis.breakglass.Sought;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.domain.Tie;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The wall inside of the wall, from inside: statements of a store into which somebody else has put words, in a
/// transaction that may read the patient's chart and was not cleared for all of it.
@PlatformTest
class ClearanceWallModuleTest {

    private static final Set<String> ALL =
            new TreeSet<>(Stream.of(Sensitivity.values()).map(Sensitivity::name).toList());
    private static final Set<String> WITHOUT_CONSENT = Set.of("ORDINARY", "RESTRICTED", "MINOR_CONFIDENTIAL");
    private static final Set<String> WITH_CONSENT = Set.of("ORDINARY", "RESTRICTED", "MINOR_CONFIDENTIAL", "PART2");

    private static final String READ = "SELECT DISTINCT sensitivity FROM chart_resource WHERE type = '%s";

    @Autowired
    private Access access;

    @Autowired
    private PatientRows rows;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private ConsentFixtures fixtures;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private People known;

    @Autowired
    private OpenInEmergency openInEmergency;

    @Autowired
    private PlatformTransactionManager transactions;

    private final JdbcTemplate asSuperuser = new JdbcTemplate(TestDatabase.asSuperuser());

    private TransactionTemplate transaction;
    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void aPatientAndADoctorWhoTreatsThem() {
        transaction = new TransactionTemplate(transactions);
        patient = people.patient();
        doctor = people.doctor();
        transaction.executeWithoutResult(
                status -> beginCare.begin(idOf(patient), doctor.clinician(), new Tie.Assignment()));
        fixtures.chartOf(idOf(patient));
    }

    @Test
    void theWordsWouldReachEverythingIfTheWallWereNotThere() {
        assertThat(asSuperuser.queryForList(read("' OR true --"), String.class)).containsAll(ALL);
    }

    @Test
    @Requirement("IAM-10")
    void aStatementReachesWhatItsTransactionIsClearedFor() {
        assertThat(granted(doctor, Action.READ_CHART, () -> reached("' OR true --")))
                .isEqualTo(WITHOUT_CONSENT);
        assertThat(granted(patient, Action.READ_CHART, () -> reached("' OR true --")))
                .isEqualTo(ALL);
        fixtures.agrees(patient);
        assertThat(granted(doctor, Action.READ_CHART, () -> reached("' OR true --")))
                .isEqualTo(WITH_CONSENT);
    }

    @Test
    void otherActsAboutThePatientAreClearedForOrdinaryEntriesAlone() {
        fixtures.agrees(patient);

        assertThat(granted(doctor, Action.READ_MESSAGES, () -> reached("' OR true --")))
                .containsExactly("ORDINARY");
    }

    @Test
    void whatAnEmergencyOpensIsClearedForTheChartAlone() {
        var stranger = people.doctor();
        var summary = known.patient(idOf(patient)).orElseThrow();
        openInEmergency.open(
                stranger,
                new Emergency(
                        summary.id(),
                        new Sought(Sensitive.of(summary.displayName()), summary.bornOn()),
                        EmergencyReason.OTHER,
                        Sensitive.of("Found unconscious"),
                        true));

        assertThat(granted(stranger, Action.READ_CHART, () -> reached("' OR true --")))
                .isEqualTo(WITH_CONSENT);
        assertThat(granted(stranger, Action.READ_MESSAGES, () -> reached("' OR true --")))
                .containsExactly("ORDINARY");
    }

    @Test
    void workForEverybodyReachesNoChart() {
        assertThat(transaction.<Set<String>>execute(open -> {
                    rows.openEverybodyWithoutPermissionCheck(Unasked.UNREAD_NOTICES);
                    return reached("' OR true --");
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set_config('visavis.rows', current_setting('visavis.rows') || ',PATIENT PART2', true)",
                "set_config('visavis.rows', left(current_setting('visavis.rows'), 64) || ' patients PATIENT|PATIENT PART2', true)",
                "row_scope_open(sha256(''), ARRAY['PATIENT']::uuid[], NULL, ARRAY['PATIENT PART2'])",
            })
    @Requirement("IAM-10")
    void nothingThatAStatementCanCallWidensTheClearance(String call) {
        var widened = call.replace("PATIENT", idOf(patient).value().toString());

        assertThat(granted(doctor, Action.READ_CHART, () -> {
                    try {
                        return reached(
                                "' UNION (WITH wider AS MATERIALIZED (SELECT " + widened
                                        + ") SELECT later.sensitivity FROM wider CROSS JOIN LATERAL"
                                        + " (SELECT sensitivity FROM chart_resource WHERE wider IS NOT NULL OFFSET 0) later) --");
                    } catch (RuntimeException refused) {
                        assertThat(refused).rootCause().isInstanceOf(SQLException.class);
                        return Set.<String>of();
                    }
                }))
                .doesNotContain("PART2", "KEPT_APART");
    }

    @Test
    void entriesAreNotMovedAcrossTheWall() {
        var lower = "UPDATE chart_resource SET sensitivity = 'ORDINARY' WHERE sensitivity = 'PART2'";
        var higher = "UPDATE chart_resource SET sensitivity = 'PART2'";

        assertThat(granted(doctor, Action.READ_CHART, () -> rows.sql(lower).update()))
                .isZero();
        assertThatThrownBy(() -> granted(
                        doctor, Action.READ_CHART, () -> rows.sql(higher).update()))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    private <T> T granted(Actor actor, Action action, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> {
            access.require(actor, action.of(idOf(patient)));
            return work.get();
        }));
    }

    private Set<String> reached(String words) {
        List<String> found = rows.sql(read(words)).query(String.class).list();
        return new TreeSet<>(found);
    }

    private static String read(String words) {
        return READ.formatted("Condition" + words);
    }
}
