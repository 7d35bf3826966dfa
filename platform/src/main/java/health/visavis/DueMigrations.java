package health.visavis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/// Asks once whether any migration is due before each module asks for itself.
///
/// Every module has a history of its own, and asking them one by one takes longer than all else that a start does
/// with the database. One statement reads them all; when they hold exactly what this version brings, with Flyway's
/// own checksums and nothing failed, there is nothing that Flyway could do or refuse. Whatever else is found (a
/// history that is missing, a migration that is missing, changed, failed or newer, a kind of file that is not known
/// here) is Flyway's to judge, as ever.
final class DueMigrations implements FlywayMigrationStrategy {

    private static final String FOLDER = "db/migration";
    private static final String ROOT = "__root";

    /// A migration as a history keeps it.
    private record Applied(String table, String script, int checksum) {}

    private final FlywayMigrationStrategy whenDue;
    private final ResourcePatternResolver resources;

    DueMigrations(FlywayMigrationStrategy whenDue, ResourcePatternResolver resources) {
        this.whenDue = whenDue;
        this.resources = resources;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (anyIsDue(flyway.getConfiguration())) {
            whenDue.migrate(flyway);
        }
    }

    private boolean anyIsDue(Configuration flyway) {
        if (!Arrays.toString(flyway.getLocations()).equals("[classpath:" + FOLDER + "]")) {
            return true;
        }
        try {
            var brought = brought(flyway.getTable());
            return brought.isEmpty() || !brought.equals(applied(flyway, brought));
        } catch (IOException | SQLException unclear) {
            // Flyway says what is wrong, or makes the histories that are not there yet.
            return true;
        }
    }

    private Set<Applied> brought(String table) throws IOException {
        var brought = new HashSet<Applied>();
        for (var file : resources.getResources("classpath*:" + FOLDER + "/*/*")) {
            var path = file.getURL().getPath();
            if (path.endsWith("/")) {
                continue;
            }
            var script = Objects.requireNonNull(file.getFilename());
            if (!script.matches("V\\d+__\\w+\\.sql")) {
                return Set.of();
            }
            var parts = path.split("/");
            brought.add(new Applied(history(table, parts[parts.length - 2]), script, checksum(file)));
        }
        return brought;
    }

    private static String history(String table, String module) {
        return module.equals(ROOT) ? table : table + "_" + module;
    }

    /// As Flyway counts: the lines without their ends, and without a byte order mark.
    private static int checksum(Resource file) throws IOException {
        var sum = new CRC32();
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            var first = true;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var text = first && line.startsWith("\uFEFF") ? line.substring(1) : line;
                sum.update(text.getBytes(StandardCharsets.UTF_8));
                first = false;
            }
        }
        return (int) sum.getValue();
    }

    /// What is not a migration that succeeded has a name that no file has.
    private static Set<Applied> applied(Configuration flyway, Set<Applied> brought) throws SQLException {
        var histories = brought.stream().map(Applied::table).collect(Collectors.toCollection(TreeSet::new)).stream()
                .map(history -> """
                        SELECT '%1$s' AS history, CASE WHEN success AND type = 'SQL' THEN script ELSE '?' || script END AS script,
                               coalesce(checksum, 0) AS checksum
                          FROM "%1$s" WHERE NOT (type = 'BASELINE' AND success)
                        """.formatted(history))
                .collect(Collectors.joining("UNION ALL\n"));
        var applied = new HashSet<Applied>();
        try (var connection = flyway.getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(histories)) {
            while (rows.next()) {
                applied.add(new Applied(rows.getString("history"), rows.getString("script"), rows.getInt("checksum")));
            }
        }
        return applied;
    }
}
