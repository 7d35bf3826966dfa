package health.visavis.proof.drill;

import health.visavis.proof.Booking;
import health.visavis.proof.Crowd;
import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.Page;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Database;
import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;
import java.net.URI;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The wrapping key is turned three times while patients book and read on two instances; then one patient's content is
/// destroyed, and the first version revoked. No request may fail, everybody else's words stay readable, and what a
/// backup holds of the first version may not open any more.
///
/// The database's superuser stands in for the two administrators who agree: that nobody else can is for the tests.
final class KeysDrill {

    private static final int PATIENTS = 60;
    private static final int AT_KEYBOARDS = 6;
    private static final int TURNS = 3;
    private static final String WORDS = "A cough";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Visavis visavis = Visavis.forADay("drill-keys");
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger hours = new AtomicInteger();

    boolean run() throws Exception {
        try (var first = visavis.start()) {
            return withTwo(first);
        }
    }

    private boolean withTwo(Running first) throws Exception {
        var database = visavis.database();
        var client = WebSession.newClient();
        List<Member> crowd;
        boolean turned;
        UUID oldest;
        byte[] backup;
        try (var second = visavis.join()) {
            var clinician = database.addClinicians(1).getFirst();
            System.out.printf("%d patients sign in …%n", PATIENTS);
            crowd = Crowd.signedIn(PATIENTS, client, first.address(), database);
            oldest = crowd.getFirst().patient().id();
            var instances = List.of(first.address(), second.address());
            crowd.forEach(member -> book(member, first.address(), clinician));
            backup = wrapped(database, oldest);
            turned = turnedUnderLoad(database, crowd, instances, clinician);
        }
        var before = version(
                database,
                "SELECT min(key_id) FROM vault_key_version"
                        + " WHERE seen_at = (SELECT min(seen_at) FROM vault_key_version)");
        var destroyed = crowd.getLast();
        agreed(database, "DESTROY", destroyed.patient().id(), null);
        agreed(database, "REVOKE", null, before);
        awaitDone(database);
        var words = read(destroyed, first.address(), database);
        System.out.printf("Destroyed: the patient's page answers %d, %s%n", words.status(), shows(words.text()));

        // Nobody's memory: another instance, and the row as a backup would bring it back.
        restore(database, oldest, before, backup);
        try (var fresh = visavis.join()) {
            var restored = read(crowd.getFirst(), fresh.address(), database);
            var others = read(crowd.get(1), fresh.address(), database);
            System.out.printf(
                    "Revoked: a row of the backup answers %d, %s; somebody else's answers %d, %s%n",
                    restored.status(), shows(restored.text()), others.status(), shows(others.text()));
            return turned
                    && !words.text().contains(WORDS)
                    && words.status() == 200
                    && !restored.text().contains(WORDS)
                    && restored.status() == 503
                    && others.text().contains(WORDS);
        }
    }

    private boolean turnedUnderLoad(Database database, List<Member> crowd, List<URI> instances, UUID clinician)
            throws Exception {
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(AT_KEYBOARDS)) {
            for (var number = 0; number < AT_KEYBOARDS; number++) {
                var offset = number;
                threads.submit((Callable<Void>) () -> {
                    for (var turn = offset; going.get(); turn += AT_KEYBOARDS) {
                        var member = crowd.get(turn % crowd.size());
                        var instance = instances.get(turn % instances.size());
                        try {
                            book(member, instance, clinician);
                            var page = read(member, instance, database);
                            count(page.status() == 200 && page.text().contains(WORDS));
                        } catch (RuntimeException | SQLException broken) {
                            count(false);
                        }
                    }
                    return null;
                });
            }
            for (var turn = 1; turn <= TURNS; turn++) {
                agreed(database, "ROTATE", null, null);
                awaitDone(database);
                var behind = awaitWrappedAnew(database);
                System.out.printf(
                        "Turn %d: %d data keys behind; %d requests, %d failed%n",
                        turn, behind, asked.get(), failed.get());
                if (behind > 0) {
                    going.set(false);
                    return false;
                }
            }
            going.set(false);
        }
        return failed.get() == 0;
    }

    private void book(Member member, URI instance, UUID clinician) {
        var start = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(1, ChronoUnit.DAYS)
                .plus(5L * hours.getAndIncrement(), ChronoUnit.MINUTES);
        count(Booking.of(member, member.session().at(instance), clinician, start) == Booking.Answer.BOOKED);
    }

    private void count(boolean went) {
        asked.incrementAndGet();
        if (!went) {
            failed.incrementAndGet();
        }
    }

    private static Page read(Member member, URI instance, Database database) throws SQLException {
        var appointment = database.id(
                "SELECT id FROM appointment WHERE patient_id = ? ORDER BY id LIMIT 1",
                member.patient().id());
        return member.session().at(instance).get("/appointments/" + appointment);
    }

    private static String shows(String page) {
        return page.contains(WORDS) ? "with the words" : "without the words";
    }

    private static void agreed(Database database, String act, @Nullable UUID patient, @Nullable String key)
            throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement("""
                        INSERT INTO key_request (id, act, patient_id, vault_key, reason, asked_at, open_until, state,
                          first_by, first_at, second_by, second_at)
                        VALUES (uuidv7(), ?, ?, ?, 'drill', now(), now() + interval '1 day', 'APPROVED',
                          uuidv7(), now(), uuidv7(), now())
                        """)) {
            statement.setString(1, act);
            statement.setObject(2, patient, Types.OTHER);
            statement.setString(3, key);
            statement.executeUpdate();
        }
    }

    private static void awaitDone(Database database) throws SQLException, InterruptedException {
        await(database, "SELECT count(*) FROM key_request WHERE state = 'APPROVED'");
        if (database.count("SELECT count(*) FROM key_request WHERE state <> 'DONE'") > 0) {
            throw new IllegalStateException("What two have agreed to was not done");
        }
    }

    private static long awaitWrappedAnew(Database database) throws SQLException, InterruptedException {
        return await(database, """
                SELECT count(*) FROM data_key WHERE wrapped IS NOT NULL AND vault_key <>
                  (SELECT key_id FROM vault_key_version ORDER BY seen_at DESC LIMIT 1)
                """);
    }

    private static long await(Database database, String left) throws SQLException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        var count = database.count(left);
        while (count > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(500);
            count = database.count(left);
        }
        return count;
    }

    private static String version(Database database, String query) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static byte[] wrapped(Database database, UUID patient) throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement("SELECT wrapped FROM data_key WHERE patient_id = ?")) {
            statement.setObject(1, patient);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private static void restore(Database database, UUID patient, String version, byte[] wrapped) throws SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement(
                        "UPDATE data_key SET vault_key = ?, wrapped = ? WHERE patient_id = ?")) {
            statement.setString(1, version);
            statement.setBytes(2, wrapped);
            statement.setObject(3, patient);
            statement.executeUpdate();
        }
    }
}
