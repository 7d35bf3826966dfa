package health.visavis.proof.bench;

import health.visavis.proof.Booking;
import health.visavis.proof.Booking.Answer;
import health.visavis.proof.Crowd;
import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.measure.Comparison;
import health.visavis.proof.measure.Latencies;
import health.visavis.proof.running.Visavis;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Bookings over HTTP through session, access, constraint, audit and event; then `pgbench` with the same SQL on
/// the same database. Each patient books one clinician's times one after the other, so no booking waits for
/// another's time.
final class BookBench implements Measurement {

    static final int AT_ONCE = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final int AIM_PER_SECOND = 1_000;

    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean measuring;
    private volatile boolean over;

    @Override
    public List<Comparison> run() throws IOException, InterruptedException {
        var visavis = Visavis.forADay("bench-book");
        try (var running = visavis.start()) {
            var database = visavis.database();
            var clinicians = database.addClinicians(AT_ONCE);
            var crowd = Crowd.signedIn(AT_ONCE, WebSession.newClient(), running.address(), database);
            var booked = book(crowd, clinicians);
            double ours = booked.count() / (double) MEASURED.toSeconds();
            System.out.printf("Visavis %s, %d refused or failed%n", booked, failed.get());
            Pgbench.pairUp(database, crowd.stream().map(Member::patient).toList(), clinicians);
            double theirs = Pgbench.sameSql(database, AT_ONCE, MEASURED);
            System.out.printf("The aim in itself: %d a second%n", AIM_PER_SECOND);
            return List.of(new Comparison("bookings per second", ours, theirs, "/s", false, 1 / 3.0, 0.5));
        } catch (SQLException brokenDatabase) {
            throw new IllegalStateException("The crowd could not be made", brokenDatabase);
        }
    }

    private Latencies book(List<Member> crowd, List<UUID> clinicians) throws InterruptedException {
        var latencies = new Latencies();
        var tomorrow = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < crowd.size(); number++) {
                var member = crowd.get(number);
                var clinician = clinicians.get(number);
                threads.submit(() -> bookOneAfterTheOther(member, clinician, tomorrow, latencies));
            }
            Thread.sleep(WARM_UP);
            measuring = true;
            Thread.sleep(MEASURED);
            measuring = false;
            over = true;
        }
        return latencies;
    }

    private void bookOneAfterTheOther(Member member, UUID clinician, Instant first, Latencies latencies) {
        for (int slot = 0; !over; slot++) {
            long began = System.nanoTime();
            var answer = Booking.of(member, member.session(), clinician, first.plus(5L * slot, ChronoUnit.MINUTES));
            if (answer != Answer.BOOKED) {
                failed.incrementAndGet();
            } else if (measuring) {
                latencies.add(Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }
}
