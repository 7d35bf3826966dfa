package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.access.Action;
import health.visavis.access.Unasked;
import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `docs/compliance/row-level-security.md` says about the tables, beside the policies that the migrations of all
/// modules make.
@ServerTest
class RowLevelSecurityModuleTest {

    private static final Path COMPLIANCE = Path.of("../docs/compliance");

    private static final Pattern LINE = Pattern.compile("(?m)^\\| ([a-z_]+) \\| (wall|not yet|no) \\| (.+) \\|$");

    private static final Pattern REASON_LINE = Pattern.compile("(?m)^\\| `([a-z-]+)`: .+ \\| .+ \\| ([a-z_, ]+) \\|$");
    private static final Pattern REASON = Pattern.compile("'([a-z-]+)'::text");

    /// How a table is guarded in the database: forced, and by which policies for whom.
    private static final String WALLS = """
            SELECT relname, relforcerowsecurity
                   AND array (SELECT polname || ' of ' || (SELECT string_agg(rolname, ',') FROM pg_roles WHERE oid = ANY (polroles))
                                FROM pg_policy WHERE polrelid = pg_class.oid AND polcmd = '*' AND polpermissive ORDER BY 1)
                       = ARRAY['of_the_owner of visavis_owner', 'of_the_scope of visavis_app'] AS whole
              FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace
            """;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());

    @Test
    @Requirement("IAM-10")
    void everyTableOfPatientsIsBehindTheWallOrHasAReason() throws IOException {
        assertThat(differences(tables(), walls(), guards())).isEmpty();
    }

    @Test
    void aNewTableAndAWallThatIsGoneAreNoticed() throws IOException {
        var tables = tables();
        tables.add("blood_group");
        tables.remove("watched_patient");
        var walls = walls();
        walls.remove("message");
        walls.put("chart_resource", false);
        walls.put("appointment", true);

        assertThat(differences(tables, walls, guards()))
                .containsExactlyInAnyOrder(
                        "blood_group has no line",
                        "watched_patient is on the page only",
                        "message has no wall",
                        "chart_resource has a wall with gaps",
                        "appointment has a wall that the page does not know");
    }

    @Test
    void whatOpensRowsWithoutAPatientsNameIsOnThePageWithTheTablesThatNameIt() throws IOException {
        assertThat(reasonsOnThePage()).isEqualTo(reasonsInPolicies());
    }

    /// A reason that no policy names opens nothing, and one that no code gives is left over from something.
    @Test
    void everyReasonIsGivenByTheApplicationAndNamedByAPolicy() {
        var given = Stream.concat(
                        Arrays.stream(Unasked.values()).map(Unasked::code),
                        Arrays.stream(Action.values())
                                .filter(act -> act.opensRowsOfAll() || act.opensVisitsOfClinician())
                                .map(Action::code))
                .toList();

        assertThat(reasonsInPolicies().keySet()).containsExactlyInAnyOrderElementsOf(given);
    }

    /// Nobody but the owner may ask for a secret, and only the application may use the doors.
    @Test
    void theFunctionsOfTheWallAreNobodyElses() {
        assertThat(database.sql("""
                        SELECT proname FROM pg_proc
                         WHERE pronamespace = 'public'::regnamespace AND has_function_privilege('visavis_app', oid, 'EXECUTE')
                           AND prosecdef ORDER BY proname
                        """).query(String.class).list())
                .containsExactly(
                        "audit_prune",
                        "chart_document_sensitivity",
                        "chart_holds_document",
                        "chart_patients_with_resource",
                        "encounter_time_until_over",
                        "encounter_whose",
                        "message_thread_whose",
                        "phone_visit_among",
                        "recording_whose",
                        "row_scope_claim",
                        "row_scope_cleared",
                        "row_scope_clinicians_for",
                        "row_scope_everybody",
                        "row_scope_everybody_for",
                        "row_scope_open",
                        "row_scope_patients",
                        "row_scope_patients_for",
                        "stored_file_bytes_sent");
        assertThat(database.sql("""
                        SELECT has_table_privilege('visavis_app', 'row_scope_connection', 'SELECT')
                            OR has_table_privilege('visavis_app', 'row_scope_grace', 'UPDATE')
                        """).query(Boolean.class).single()).isFalse();
    }

    private Set<String> tables() throws IOException {
        var tables = new TreeSet<>(database.sql("""
                        SELECT table_name FROM information_schema.columns
                         WHERE table_schema = 'public' AND (column_name = 'patient_id' OR table_name = 'patient')
                        """).query(String.class).list());
        tables.addAll(walls().keySet());
        try (var lines = Files.lines(COMPLIANCE.resolve("data-inventory/columns.csv"))) {
            tables.addAll(lines.map(line -> line.split(","))
                    .filter(fields -> fields[2].equals("sealed"))
                    .map(fields -> fields[0])
                    .collect(Collectors.toSet()));
        }
        return tables;
    }

    private Map<String, Boolean> walls() {
        var walls = new TreeMap<String, Boolean>();
        database.sql(WALLS).query(row -> {
            walls.put(row.getString("relname"), row.getBoolean("whole"));
        });
        return walls;
    }

    /// Each reason, and the tables whose policies name it.
    private Map<String, Set<String>> reasonsInPolicies() {
        var reasons = new TreeMap<String, Set<String>>();
        database.sql(
                        "SELECT tablename, qual FROM pg_policies WHERE schemaname = 'public' AND policyname = 'of_the_scope'")
                .query(row -> {
                    var table = row.getString("tablename");
                    REASON.matcher(row.getString("qual"))
                            .results()
                            .forEach(reason -> reasons.computeIfAbsent(reason.group(1), code -> new TreeSet<>())
                                    .add(table));
                });
        return reasons;
    }

    private static Map<String, Set<String>> reasonsOnThePage() throws IOException {
        return REASON_LINE
                .matcher(page())
                .results()
                .collect(Collectors.toMap(
                        line -> line.group(1),
                        line -> new TreeSet<>(Set.of(line.group(2).split(", ")))));
    }

    private static String page() throws IOException {
        return Files.readString(COMPLIANCE.resolve("row-level-security.md"));
    }

    private static Map<String, String> guards() throws IOException {
        return LINE.matcher(page()).results().collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    private static Set<String> differences(Set<String> tables, Map<String, Boolean> walls, Map<String, String> guards) {
        var found = new TreeSet<String>();
        tables.stream().filter(table -> !guards.containsKey(table)).forEach(table -> found.add(table + " has no line"));
        guards.forEach((table, guard) -> {
            if (!tables.contains(table)) {
                found.add(table + " is on the page only");
            } else if (guard.equals("wall") && !walls.containsKey(table)) {
                found.add(table + " has no wall");
            } else if (guard.equals("wall") && !walls.get(table)) {
                found.add(table + " has a wall with gaps");
            } else if (!guard.equals("wall") && walls.containsKey(table)) {
                found.add(table + " has a wall that the page does not know");
            }
        });
        return found;
    }
}
