package health.visavis.proof.bench;

import health.visavis.proof.Crowd;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.measure.Bar;
import health.visavis.proof.measure.Latencies;
import health.visavis.proof.measure.Result;
import health.visavis.proof.running.Database;
import health.visavis.proof.running.Visavis;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The log over the audit trail: how fast rows get their places, how soon a row is under a signature, whether a
/// patient's own trail is as quick in a large log as in a small one, and how long a million rows take to verify. The
/// rows
/// are written into the tables as the application writes them, by a program beside it.
final class TrustLog implements Measurement {

    private static final int SMALL = 10_000;
    private static final int LOOKS = 400;
    private static final int WARM_UP = 100;
    private static final int TIMES = 100;
    private static final int BACKLOG = 200_000;
    private static final int PER_SECOND = 2_000;
    private static final int PER_COMMIT = 20;
    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final int ROWS = 1_000_000;

    /// Rows about each patient of a clinic that was busy for a while.
    private static final int ROWS_PER_PATIENT = 50;

    @Override
    public List<? extends Result> run() throws IOException, InterruptedException {
        var visavis = Visavis.forADay("bench-trust-log");
        double perSecond;
        Latencies inclusion;
        double small;
        double large;
        try (var running = visavis.start();
                var connection = visavis.database().open()) {
            var patient = Crowd.signedIn(1, WebSession.newClient(), running.address(), visavis.database())
                    .getFirst();
            looks(connection, patient.patient().id());
            catchUp(connection, SMALL);
            small = ownTrail(patient.session());
            perSecond = catchUp(connection, BACKLOG);
            System.out.printf("A backlog of %,d rows: %,.0f a second%n", BACKLOG, perSecond);
            inclusion = steady(visavis.database(), connection);
            System.out.printf("From the commit to a signature over it, at %,d rows/s: %s%n", PER_SECOND, inclusion);
            catchUp(connection, ROWS - Math.toIntExact(size(connection)));
            large = ownTrail(patient.session());
            System.out.printf(
                    "A patient's own trail, a year of %d looks: %.1f ms in a log of %,d rows, %.1f ms in one of %,d%n",
                    LOOKS, small, SMALL, large, ROWS);
            witnessed(connection);
        } catch (SQLException broken) {
            throw new IllegalStateException("The trail could not be written", broken);
        }
        return List.of(
                new Bar("rows sequenced", perSecond, "/s", false, PER_SECOND, PER_SECOND),
                new Bar("commit to signature, p99", inclusion.percentile(0.99), "ms", true, 1000, 600),
                new Bar("own trail, a million rows to 10,000", large / small * 100, "%", true, 150, 110),
                new Bar("a million rows verified", verified(visavis).toMillis() / 1000.0, "s", true, 30, 10));
    }

    /// What others did with this patient's data, over a year.
    private static void looks(Connection connection, UUID patient) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit_event (id, at, actor, actor_roles, action, outcome, reason, patient_id, subject_id, address,
                                         session, instance)
                SELECT uuidv7(), now() - interval '1 year' * number / ?, gen_random_uuid(), 'DOCTOR', 'read-chart', 'GRANTED',
                       'care-relationship', ?, uuidv7(), '192.0.2.7', md5(number::text), 'bench'
                  FROM generate_series(1, ?) AS number
                """)) {
            insert.setInt(1, LOOKS);
            insert.setObject(2, patient);
            insert.setInt(3, LOOKS);
            insert.executeUpdate();
        }
    }

    /// The median time of the page, one after the other, in milliseconds.
    private static double ownTrail(WebSession patient) {
        var took = new Latencies();
        for (int look = 0; look < TIMES + WARM_UP; look++) {
            var began = System.nanoTime();
            var page = patient.get("/record/access");
            if (page.status() != 200) {
                throw new IllegalStateException("The patient's own trail answered " + page.status());
            }
            if (look >= WARM_UP) {
                took.add(Duration.ofNanos(System.nanoTime() - began));
            }
        }
        return took.median();
    }

    private static double catchUp(Connection connection, int rows) throws SQLException, InterruptedException {
        var goal = size(connection) + rows;
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit_event (id, at, actor, actor_roles, action, outcome, reason, patient_id, subject_id, address,
                                         session, instance)
                SELECT uuidv7(), now(), gen_random_uuid(), 'DOCTOR', 'read-chart', 'GRANTED', 'related',
                       md5('patient ' || number % ?)::uuid, uuidv7(), '192.0.2.7', md5(number::text), 'bench'
                  FROM generate_series(1, ?) AS number
                """)) {
            insert.setInt(1, Math.max(1, rows / ROWS_PER_PATIENT));
            insert.setInt(2, rows);
            insert.executeUpdate();
        }
        var began = System.nanoTime();
        while (signed(connection) < goal) {
            Thread.sleep(20);
        }
        return rows / seconds(began);
    }

    /// One row of each commit is watched.
    private static Latencies steady(Database database, Connection connection)
            throws SQLException, InterruptedException {
        var committed = new ConcurrentHashMap<UUID, Long>();
        var writer = Thread.ofPlatform().start(() -> write(database, committed));
        var latencies = new Latencies();
        var seen = signed(connection);
        while (writer.isAlive() || !committed.isEmpty()) {
            var size = signed(connection);
            var now = System.nanoTime();
            if (size > seen) {
                for (var row : rows(connection, seen, size)) {
                    var since = committed.remove(row);
                    if (since != null) {
                        latencies.add(Duration.ofNanos(now - since));
                    }
                }
                seen = size;
            }
            Thread.sleep(2);
        }
        return latencies;
    }

    private static void write(Database database, Map<UUID, Long> committed) {
        var pause = Duration.ofSeconds(1).dividedBy(PER_SECOND / PER_COMMIT).toNanos();
        try (var connection = database.open();
                var insert = connection.prepareStatement("""
                        INSERT INTO audit_event (id, at, actor, actor_roles, action, outcome, reason, patient_id, subject_id,
                                                 address, session, instance)
                        VALUES (?, now(), gen_random_uuid(), 'DOCTOR', 'read-chart', 'GRANTED', 'related',
                                md5('patient ' || ?)::uuid, uuidv7(), '192.0.2.7', '-', 'bench')
                        """)) {
            connection.setAutoCommit(false);
            var began = System.nanoTime();
            for (var commit = 0; commit * pause < STEADY.toNanos(); commit++) {
                var watched = UUID.randomUUID();
                for (var row = 0; row < PER_COMMIT; row++) {
                    insert.setObject(1, row == 0 ? watched : UUID.randomUUID());
                    insert.setInt(2, (commit * PER_COMMIT + row) % 4_000);
                    insert.addBatch();
                }
                insert.executeBatch();
                committed.put(watched, System.nanoTime());
                connection.commit();
                var ahead = began + (commit + 1) * pause - System.nanoTime();
                if (ahead > 0) {
                    Thread.sleep(Duration.ofNanos(ahead));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// With the server stopped and the database started by the command itself, as somebody does it who verifies.
    private static Duration verified(Visavis visavis) throws IOException, InterruptedException {
        var began = System.nanoTime();
        visavis.command(List.of("audit", "verify"));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void witnessed(Connection connection) throws SQLException, InterruptedException {
        while (number(connection, "SELECT coalesce(max(to_size), 0) FROM audit_export") < signed(connection)) {
            Thread.sleep(200);
        }
        // The last part is being written.
        Thread.sleep(3_000);
    }

    private static long size(Connection connection) throws SQLException {
        return number(connection, "SELECT coalesce(max(place) + 1, 0) FROM audit_log_leaf");
    }

    private static long signed(Connection connection) throws SQLException {
        return number(connection, "SELECT coalesce(max(size), 0) FROM audit_checkpoint");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<UUID> rows(Connection connection, long from, long to) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT event_id FROM audit_log_leaf WHERE place >= ? AND place < ?")) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            var found = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
