package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `docs/compliance/data-inventory` says about the columns, beside the columns that the migrations of all modules
/// make.
@ServerTest
class DataInventoryModuleTest {

    private static final Path INVENTORY = Path.of("../docs/compliance/data-inventory");

    private static final Set<String> KINDS = Set.of("sealed", "clear", "about", "none");

    /// A line of a file: fields without quotes up to the last, which may have them.
    private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]+)");

    /// Sees what the application's own role may not even name.
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.asSuperuser());

    @Test
    @Requirement("APP-15")
    void everyColumnHasAPurpose() throws IOException {
        assertThat(differences(columns())).isEmpty();
    }

    @Test
    void aNewColumnAndOneThatIsGoneAreNoticed() throws IOException {
        var columns = columns();
        columns.put("patient.blood_group", "text");
        columns.remove("patient.born_on");
        columns.put("message.body", "text");

        assertThat(differences(columns))
                .containsExactly(
                        "message.body is sealed, and text",
                        "patient.blood_group has no purpose",
                        "patient.born_on is in the inventory only");
    }

    private Map<String, String> columns() {
        var columns = new TreeMap<String, String>();
        jdbc.sql("""
                SELECT table_name || '.' || column_name AS name, data_type FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name NOT LIKE 'flyway_schema_history%'
                   AND table_name NOT IN (SELECT table_name FROM information_schema.views WHERE table_schema = 'public')
                """)
                .query((row, _) -> columns.put(row.getString("name"), row.getString("data_type")))
                .list();
        return columns;
    }

    private static Set<String> differences(Map<String, String> columns) throws IOException {
        var tables = Files.readAllLines(INVENTORY.resolve("tables.csv")).stream()
                .skip(1)
                .map(DataInventoryModuleTest::fields)
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
        var known = Files.readAllLines(INVENTORY.resolve("columns.csv")).stream()
                .skip(1)
                .map(DataInventoryModuleTest::fields)
                .collect(Collectors.toMap(fields -> fields[0] + "." + fields[1], fields -> fields));
        var found = new TreeSet<String>();
        columns.forEach((name, type) -> {
            var entry = known.get(name);
            if (entry == null || entry.length < 4) {
                found.add(name + " has no purpose");
            } else if (!KINDS.contains(entry[2])) {
                found.add(name + " is of no kind that there is: " + entry[2]);
            } else if (entry[2].equals("sealed") && !type.equals("bytea")) {
                found.add(name + " is sealed, and " + type);
            }
            var table = name.substring(0, name.indexOf('.'));
            if (!tables.containsKey(table)) {
                found.add(table + " has no purpose");
            }
        });
        known.keySet().stream()
                .filter(name -> !columns.containsKey(name))
                .forEach(name -> found.add(name + " is in the inventory only"));
        tables.keySet().stream()
                .filter(table -> columns.keySet().stream().noneMatch(name -> name.startsWith(table + ".")))
                .forEach(table -> found.add(table + " is in the inventory only"));
        return found;
    }

    private static String[] fields(String line) {
        return FIELD.matcher(line)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toArray(String[]::new);
    }
}
