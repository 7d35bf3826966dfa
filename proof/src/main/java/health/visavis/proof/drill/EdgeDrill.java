package health.visavis.proof.drill;

import health.visavis.proof.Booking;
import health.visavis.proof.Booking.Answer;
import health.visavis.proof.Crowd;
import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.AtTheEdge;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Kills one of two instances behind the twin of the edge while patients book through it. Whatever was acknowledged
/// must be stored, and booking must go on. Who got no answer tries the next time: it may be stored or not, nobody was
/// told.
final class EdgeDrill {

    private static final int PATIENTS = 12;
    private static final int BEFORE = 150;
    private static final int AFTER = 150;
    private static final int ROUNDS = 2;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(90);
    private static final Duration ANSWERED_AGAIN_WITHIN = Duration.ofSeconds(10);

    private record Acknowledged(UUID clinician, Instant start, Instant at) {}

    boolean run() throws SQLException, InterruptedException {
        var held = true;
        try (var edge = AtTheEdge.start("drill-edge")) {
            var database = edge.database();
            var clinicians = database.addClinicians(PATIENTS);
            var crowd = Crowd.signedIn(PATIENTS, edge.client(), edge.address(), database);
            for (int round = 1; round <= ROUNDS; round++) {
                held &= survives(edge, crowd, clinicians, round);
                if (round < ROUNDS) {
                    edge.startSecondAgain();
                }
            }
        }
        return held;
    }

    private static boolean survives(AtTheEdge edge, List<Member> crowd, List<UUID> clinicians, int round)
            throws SQLException, InterruptedException {
        var acknowledged = new ConcurrentLinkedQueue<Acknowledged>();
        var unanswered = new AtomicInteger();
        var killedAt = bookThroughAKill(edge, crowd, clinicians, round, acknowledged, unanswered);
        long lost = 0;
        for (var booking : acknowledged) {
            lost += 1
                    - edge.database()
                            .count(
                                    "SELECT count(*) FROM appointment WHERE clinician_id = ? AND lower(slot) = ?",
                                    booking.clinician(),
                                    OffsetDateTime.ofInstant(booking.start(), ZoneOffset.UTC));
        }
        var after = acknowledged.stream()
                .map(Acknowledged::at)
                .filter(at -> at.isAfter(killedAt))
                .sorted()
                .toList();
        var pause = longestPause(killedAt, after);
        System.out.printf(
                "kill -9 of one of two instances, round %d: %d bookings acknowledged (%d after the kill), %d lost, %d without an answer; longest pause of all %.1f s%n",
                round, acknowledged.size(), after.size(), lost, unanswered.get(), pause.toMillis() / 1000.0);
        return lost == 0 && after.size() >= AFTER && pause.compareTo(ANSWERED_AGAIN_WITHIN) < 0;
    }

    private static Duration longestPause(Instant from, List<Instant> moments) {
        var longest = Duration.ZERO;
        var last = from;
        for (var moment : moments) {
            var pause = Duration.between(last, moment);
            longest = pause.compareTo(longest) > 0 ? pause : longest;
            last = moment;
        }
        return moments.isEmpty() ? LONGEST_ROUND : longest;
    }

    /// @return when the instance was killed
    private static Instant bookThroughAKill(
            AtTheEdge edge,
            List<Member> crowd,
            List<UUID> clinicians,
            int round,
            Queue<Acknowledged> acknowledged,
            AtomicInteger unanswered)
            throws InterruptedException {
        var first = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(round * 30L, ChronoUnit.DAYS);
        var giveUp = Instant.now().plus(LONGEST_ROUND);
        var booked = new AtomicInteger();
        var isKilled = new AtomicBoolean();
        var killedAt = new Instant[] {giveUp};
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < crowd.size(); number++) {
                var member = crowd.get(number);
                var clinician = clinicians.get(number);
                threads.submit(() -> {
                    for (int slot = 0;
                            booked.get() < BEFORE + AFTER + PATIENTS
                                    && Instant.now().isBefore(giveUp);
                            slot++) {
                        var start = first.plus(5L * slot, ChronoUnit.MINUTES);
                        if (isAcknowledged(member, member.session(), clinician, start)) {
                            acknowledged.add(new Acknowledged(clinician, start, Instant.now()));
                            if (booked.incrementAndGet() >= BEFORE && isKilled.compareAndSet(false, true)) {
                                killedAt[0] = Instant.now();
                                edge.killSecond();
                            }
                        } else {
                            unanswered.incrementAndGet();
                        }
                    }
                });
            }
        }
        return killedAt[0];
    }

    private static boolean isAcknowledged(Member member, WebSession session, UUID clinician, Instant start) {
        try {
            return Booking.of(member, session, clinician, start) == Answer.BOOKED;
        } catch (UncheckedIOException connectionGone) {
            return false;
        }
    }
}
