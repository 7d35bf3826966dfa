package health.visavis.proof.drill;

import health.visavis.proof.Booking;
import health.visavis.proof.Booking.Answer;
import health.visavis.proof.Crowd;
import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Database;
import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Kills the application, then the database, without warning while patients book. Whatever was acknowledged
/// must be there afterwards, with its audit row, and the clinic must open again.
final class CrashDrill {

    private static final int PATIENTS = 16;
    private static final int BOOKINGS_BEFORE_THE_CRASH = 400;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private record Acknowledged(UUID clinician, Instant start) {}

    boolean run() throws SQLException, InterruptedException {
        var visavis = Visavis.forADay("drill-crash");
        var held = true;
        for (var victim : List.of("application", "database")) {
            held &= survives(visavis, victim);
        }
        return held;
    }

    private static boolean survives(Visavis visavis, String victim) throws SQLException, InterruptedException {
        List<UUID> clinicians;
        var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
        try (var running = visavis.start()) {
            clinicians = visavis.database().addClinicians(PATIENTS);
            var crowd = Crowd.signedIn(PATIENTS, WebSession.newClient(), running.address(), visavis.database());
            bookUntilItBreaks(crowd, clinicians, acknowledged, () -> kill(victim, visavis, running));
        }
        try (var again = visavis.start()) {
            long lost = 0;
            for (var booking : acknowledged) {
                lost += 1
                        - visavis.database()
                                .count(
                                        "SELECT count(*) FROM appointment WHERE clinician_id = ? AND lower(slot) = ?",
                                        booking.clinician(),
                                        java.time.OffsetDateTime.ofInstant(booking.start(), java.time.ZoneOffset.UTC));
            }
            System.out.printf(
                    "kill -9 of the %s: %d bookings acknowledged, %d lost; first page again after %.1f s%n",
                    victim, acknowledged.size(), lost, again.untilFirstPage().toMillis() / 1000.0);
            return lost == 0 && acknowledged.size() >= BOOKINGS_BEFORE_THE_CRASH;
        }
    }

    private static Set<Acknowledged> stored(Database database) throws SQLException {
        var stored = new HashSet<Acknowledged>();
        try (var connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT clinician_id, lower(slot) FROM appointment")) {
            while (rows.next()) {
                stored.add(new Acknowledged(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
        }
        return stored;
    }

    private static void kill(String victim, Visavis visavis, Running running) {
        if (victim.equals("application")) {
            running.kill();
        } else {
            ProcessHandle.of(visavis.database().processId()).ifPresent(postgres -> {
                postgres.children().forEach(ProcessHandle::destroyForcibly);
                postgres.destroyForcibly();
            });
        }
    }

    private static void bookUntilItBreaks(
            List<Member> crowd, List<UUID> clinicians, Queue<Acknowledged> acknowledged, Runnable crash)
            throws InterruptedException {
        var first = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        var giveUp = Instant.now().plusSeconds(LONGEST_WAIT_SECONDS);
        var booked = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < crowd.size(); number++) {
                var member = crowd.get(number);
                var clinician = clinicians.get(number);
                threads.submit(() -> {
                    for (int slot = 0; Instant.now().isBefore(giveUp); slot++) {
                        var start = first.plus(5L * slot, ChronoUnit.MINUTES);
                        if (!isAcknowledged(member, clinician, start)) {
                            return;
                        }
                        acknowledged.add(new Acknowledged(clinician, start));
                        if (booked.incrementAndGet() == BOOKINGS_BEFORE_THE_CRASH) {
                            crash.run();
                        }
                    }
                });
            }
        }
    }

    private static boolean isAcknowledged(Member member, UUID clinician, Instant start) {
        try {
            return Booking.of(member, member.session(), clinician, start) == Answer.BOOKED;
        } catch (UncheckedIOException connectionGone) {
            return false;
        }
    }
}
