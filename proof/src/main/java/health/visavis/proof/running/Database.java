package health.visavis.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// The measured clinic's database, opened with the superuser's password from its key folder: to make crowds
/// that would take hours to invite one by one, and to count afterwards what was kept. The platform itself never
/// connects like this.
public final class Database {

    private static final int PORT_LINE = 3;

    private final Path data;
    private final Path keys;

    Database(Path data, Path keys) {
        this.data = data;
        this.keys = keys;
    }

    /// A patient who can sign in with this name and `PASSWORD`, without the cost of a password hash: signing in
    /// is not what is measured.
    public record Patient(String name, UUID id) {

        public static final String PASSWORD = "measured-patient";
    }

    public int port() {
        try {
            return Integer.parseInt(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .get(PORT_LINE)
                    .strip());
        } catch (IOException notRunning) {
            throw new UncheckedIOException(notRunning);
        }
    }

    public long processId() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException notRunning) {
            throw new UncheckedIOException(notRunning);
        }
    }

    /// As an administrator does it: connections are cut, and those who need one make another.
    public void restart() {
        var cluster = data.resolve("postgres");
        try {
            var server =
                    Path.of(Files.readString(cluster.resolve("postmaster.opts")).split(" ", 2)[0]);
            var command = new ArrayList<String>();
            if ("root".equals(System.getProperty("user.name"))) {
                // PostgreSQL refuses to run as root; in a user namespace of its own the same user is nobody.
                command.addAll(List.of("unshare", "--user"));
            }
            command.addAll(List.of(
                    server.resolveSibling("pg_ctl").toString(),
                    "restart",
                    "-w",
                    "-m",
                    "fast",
                    "-D",
                    cluster.toString(),
                    "-l",
                    data.resolve("postgres.log").toString()));
            var restart = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("restart.log").toFile())
                    .start();
            if (restart.waitFor() != 0) {
                throw new IllegalStateException("The database did not restart; see " + data.resolve("restart.log"));
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public String password() {
        try {
            return Files.readString(keys.resolve("visavis_superuser.password"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/visavis", "visavis_superuser", password());
    }

    public List<Patient> addPatients(int count, URI issuer) throws SQLException {
        var patients = new ArrayList<Patient>();
        try (var connection = open()) {
            connection.setAutoCommit(false);
            for (int number = 1; number <= count; number++) {
                patients.add(addPatient(connection, issuer));
            }
            connection.commit();
        }
        return patients;
    }

    /// Clinicians who see patients at any hour, every five minutes, for a year.
    public List<UUID> addClinicians(int count) throws SQLException {
        var clinicians = new ArrayList<UUID>();
        try (var connection = open()) {
            connection.setAutoCommit(false);
            for (int number = 1; number <= count; number++) {
                clinicians.add(addClinician(connection, number));
            }
            connection.commit();
        }
        return clinicians;
    }

    public void treat(UUID clinicianPerson, List<Patient> patients) throws SQLException {
        try (var connection = open();
                var insert = connection.prepareStatement("""
                        INSERT INTO care_relationship (id, patient_id, staff_id, began_at, origin, good_until)
                        VALUES (uuidv7(), ?, ?, now(), 'ASSIGNMENT', '9999-12-31T00:00:00Z')
                        ON CONFLICT DO NOTHING
                        """)) {
            for (var patient : patients) {
                insert.setObject(1, patient.id());
                insert.setObject(2, clinicianPerson);
                insert.executeUpdate();
            }
        }
    }

    public long count(String query, Object... parameters) throws SQLException {
        try (var connection = open();
                var statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /// The same person at another keyboard, without signing in again: a one-time code serves once in half a minute.
    ///
    /// @return what the cookie of the new session holds
    public String copySession(String cookie) throws SQLException {
        var session = new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8);
        try (var connection = open()) {
            var row = newId(connection).toString();
            var copy = newId(connection).toString();
            run(connection, """
                    INSERT INTO spring_session
                    SELECT ?, ?, creation_time, last_access_time, max_inactive_interval, expiry_time, principal_name
                      FROM spring_session WHERE session_id = ?
                    """, row, copy, session);
            run(connection, """
                    INSERT INTO spring_session_attributes
                    SELECT ?, attribute_name, attribute_bytes
                      FROM spring_session_attributes JOIN spring_session ON primary_id = session_primary_id
                     WHERE session_id = ?
                    """, row, session);
            return Base64.getEncoder().encodeToString(copy.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The tables whose rows of others do not exist for the application.
    public final class Walls {

        private final List<String> tables = new ArrayList<>();
        private boolean standing = true;

        private Walls() throws SQLException {
            try (var connection = open();
                    var rows = connection
                            .createStatement()
                            .executeQuery("SELECT oid::regclass::text FROM pg_class WHERE relrowsecurity ORDER BY 1")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }

        public void stand(boolean wanted) throws SQLException {
            if (wanted == standing) {
                return;
            }
            try (var connection = open();
                    var statement = connection.createStatement()) {
                for (var table : tables) {
                    statement.execute(
                            "ALTER TABLE " + table + (wanted ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
                }
            }
            standing = wanted;
        }
    }

    public Walls walls() throws SQLException {
        return new Walls();
    }

    public List<UUID> ids(String query) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var connection = open();
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    public UUID id(String query, Object... parameters) throws SQLException {
        try (var connection = open();
                var statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nothing found");
                }
                return rows.getObject(1, UUID.class);
            }
        }
    }

    private static Patient addPatient(Connection connection, URI issuer) throws SQLException {
        var person = newId(connection);
        var account = newId(connection);
        var patient = new Patient("measured-" + account, newId(connection));
        addPerson(connection, person, "Measured", account.toString());
        run(
                connection,
                "INSERT INTO patient (id, person_id, born_on, gender) VALUES (?, ?, DATE '1980-01-01', 'unknown')",
                patient.id(),
                person);
        run(
                connection,
                "INSERT INTO signin.account (id, name, display_name, password_hash) VALUES (?, ?, 'Measured', ?)",
                account,
                patient.name(),
                "{noop}" + Patient.PASSWORD);
        run(connection, "INSERT INTO signin.account_group (account_id, name) VALUES (?, 'visavis-patients')", account);
        run(
                connection,
                "INSERT INTO identity (issuer, subject, person_id, linked_at) VALUES (?, ?, ?, now())",
                issuer.toString(),
                account.toString(),
                person);
        return patient;
    }

    private static UUID addClinician(Connection connection, int number) throws SQLException {
        var person = newId(connection);
        var clinician = newId(connection);
        addPerson(connection, person, "Doctor", "Measured " + number);
        run(
                connection,
                "INSERT INTO clinician (id, person_id, specialty) VALUES (?, ?, 'General practice')",
                clinician,
                person);
        run(connection, """
                INSERT INTO clinic_hours (clinician_id, zone, visit_minutes, notice_minutes, horizon_days, changed_at)
                VALUES (?, 'UTC', 5, 0, 365, now())
                """, clinician);
        run(connection, """
                INSERT INTO weekly_hours (clinician_id, day_of_week, opening_minute, closing_minute)
                SELECT ?, day, 0, 1440 FROM generate_series(1, 7) AS day
                """, clinician);
        return clinician;
    }

    private static void addPerson(Connection connection, UUID id, String given, String family) throws SQLException {
        run(
                connection,
                "INSERT INTO person (id, given, family, zone, language, created_at) VALUES (?, ?, ?, 'UTC', 'en', now())",
                id,
                given,
                family);
    }

    private static UUID newId(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT uuidv7()")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }
}
