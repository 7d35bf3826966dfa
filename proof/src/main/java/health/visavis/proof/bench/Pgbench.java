package health.visavis.proof.bench;

import health.visavis.proof.running.Database;
import health.visavis.proof.running.Database.Patient;
import health.visavis.proof.running.Workplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/// PostgreSQL's own load generator with the statements that one booking sends, in `book.sql`, prepared.
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private Pgbench() {}

    /// Who books with whom, and whose session it is, for each of the clients.
    static void pairUp(Database database, List<Patient> patients, List<UUID> clinicians) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var insert = connection.prepareStatement("""
                        INSERT INTO measured_pair
                        SELECT ?, patient.id, patient.person_id, ?,
                          (SELECT session_id FROM spring_session ORDER BY session_id OFFSET ? LIMIT 1)
                        FROM patient WHERE patient.id = ?
                        """)) {
            statement.execute("""
                    CREATE TABLE measured_pair
                      (client int PRIMARY KEY, patient uuid, patient_person uuid, clinician uuid, session text)
                    """);
            for (int client = 0; client < patients.size(); client++) {
                insert.setInt(1, client);
                insert.setObject(2, clinicians.get(client));
                insert.setInt(3, client);
                insert.setObject(4, patients.get(client).id());
                insert.executeUpdate();
            }
        }
    }

    static double sameSql(Database database, int clients, Duration duration) throws IOException, InterruptedException {
        var folder = Workplace.emptyFolder("pgbench");
        var script = folder.resolve("book.sql");
        try (var sql = Objects.requireNonNull(Pgbench.class.getResourceAsStream("book.sql"))) {
            Files.write(script, sql.readAllBytes());
        }
        var builder = new ProcessBuilder(
                        program().toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + duration.toSeconds(),
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + database.port(),
                        "--username=visavis_superuser",
                        "visavis")
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench measured nothing:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Path program() throws IOException {
        var versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (var installed = Files.list(versions)) {
                var found = installed
                        .map(version -> version.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .max(Comparator.naturalOrder());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new IllegalStateException("pgbench is not here: install PostgreSQL's package to measure beside it");
    }
}
