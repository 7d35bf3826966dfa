package health.visavis.proof.drill;

import health.visavis.proof.Booking;
import health.visavis.proof.Booking.Answer;
import health.visavis.proof.Crowd;
import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Visavis;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Five hundred patients on two instances: one time for all, then a time for each. Exactly one may have the
/// first; nobody may be refused of the second.
final class RaceDrill {

    private static final int PATIENTS = 500;

    boolean run() throws SQLException, InterruptedException {
        var visavis = Visavis.forADay("drill-race");
        try (var first = visavis.start();
                var second = visavis.join()) {
            var database = visavis.database();
            var clinicians = database.addClinicians(2);
            System.out.printf("%d patients sign in …%n", PATIENTS);
            var crowd = Crowd.signedIn(PATIENTS, WebSession.newClient(), first.address(), database);
            var tomorrow = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            var instances = List.of(first.address(), second.address());

            var oneTime = allAtOnce(crowd, instances, clinicians.getFirst(), _ -> tomorrow);
            var ownTimes = allAtOnce(
                    crowd, instances, clinicians.getLast(), number -> tomorrow.plus(1 + number, ChronoUnit.HOURS));
            long storedOnce = stored(visavis, clinicians.getFirst());
            long storedOwn = stored(visavis, clinicians.getLast());

            System.out.printf("One time for all:    %s, stored %d%n", oneTime, storedOnce);
            System.out.printf("A time for each:     %s, stored %d%n", ownTimes, storedOwn);
            return oneTime.equals(Map.of(Answer.BOOKED, 1, Answer.TAKEN, PATIENTS - 1))
                    && storedOnce == 1
                    && ownTimes.equals(Map.of(Answer.BOOKED, PATIENTS))
                    && storedOwn == PATIENTS;
        }
    }

    private static long stored(Visavis visavis, UUID clinician) throws SQLException {
        return visavis.database().count("SELECT count(*) FROM appointment WHERE clinician_id = ?", clinician);
    }

    private static Map<Answer, Integer> allAtOnce(
            List<Member> crowd, List<URI> instances, UUID clinician, IntFunction<Instant> time)
            throws InterruptedException {
        var go = new CountDownLatch(1);
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < crowd.size(); number++) {
                var member = crowd.get(number);
                var session = member.session().at(instances.get(number % instances.size()));
                var start = time.apply(number);
                answers.add(threads.submit((Callable<Answer>) () -> {
                    go.await();
                    return Booking.of(member, session, clinician, start);
                }));
            }
            go.countDown();
        }
        var counted = new EnumMap<Answer, Integer>(Answer.class);
        answers.forEach(answer -> counted.merge(
                answer.state() == Future.State.SUCCESS ? answer.resultNow() : Answer.FAILED, 1, Integer::sum));
        return counted;
    }
}
