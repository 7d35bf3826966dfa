package health.visavis.proof.bench;

import health.visavis.proof.Crowd;
import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.Form;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.measure.Bar;
import health.visavis.proof.measure.Result;
import health.visavis.proof.running.Database;
import health.visavis.proof.running.Database.Patient;
import health.visavis.proof.running.Visavis;
import health.visavis.proof.running.Workplace;
import health.visavis.proof.without.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/// What trust adds to a page and to a message, by part: a chart read by its doctor and a message sent by a patient, at
/// eight clients over HTTP. One application is measured; its parts are left out in turn, a few seconds each and again
/// and again, so that what else the machine does is in all of them.
final class TrustParts implements Measurement {

    private static final String SESSION = "visavis";
    private static final int AT_ONCE = 8;
    private static final int ENTRIES = 30;
    private static final int ROUNDS = 6;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /// After each change, for statements that are planned anew.
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int BAR_PERCENT = 30;
    private static final int AIM_PERCENT = 15;

    /// Time and requests of all turns in which the same was left out.
    private static final class Turns {

        private long nanos;
        private long requests;

        /// Of one request, while seven others are under way.
        private double millis() {
            if (requests == 0) {
                throw new IllegalStateException("Nothing was answered");
            }
            return nanos / 1e6 * AT_ONCE / requests;
        }
    }

    private final LongAdder answered = new LongAdder();
    private volatile boolean over;

    @Override
    public List<? extends Result> run() throws IOException, InterruptedException {
        var visavis = Visavis.inParts("bench-trust-parts");
        var client = WebSession.newClient();
        var results = new ArrayList<Result>();
        try (var running = visavis.start()) {
            var database = visavis.database();
            var charts = charts(visavis, database);
            var crowd = Crowd.signedIn(AT_ONCE, client, running.address(), database);
            var ofDoctor = " FROM clinician JOIN local_account USING (person_id) WHERE account = 'doctor'";
            var patients = new ArrayList<>(charts);
            crowd.forEach(member -> patients.add(member.patient()));
            database.treat(database.id("SELECT person_id" + ofDoctor), patients);
            var doctor = visavis.signIn(client, running.address(), "doctor");
            var keyboards = keyboards(doctor, database);
            var clinician = database.id("SELECT clinician.id" + ofDoctor);
            var forms =
                    crowd.stream().map(member -> messageForm(member, clinician)).toList();
            var walls = database.walls();

            results.add(measured("a chart of " + ENTRIES + " entries", visavis, walls, number -> {
                var page = keyboards
                        .get(number)
                        .get("/patients/" + charts.get(number).id());
                if (page.status() != 200 || !page.text().contains("Measured condition")) {
                    throw new IllegalStateException("The chart answered " + page.status());
                }
            }));
            results.add(measured("a message", visavis, walls, number -> {
                var answer = crowd.get(number)
                        .session()
                        .submitOnly(forms.get(number)
                                .with("clientId", UUID.randomUUID().toString()));
                if (answer.status() != 303) {
                    throw new IllegalStateException("The message was answered " + answer.status());
                }
            }));
            visavis.leftOut().forEach((part, times) -> {
                if (times == 0) {
                    throw new IllegalStateException(part + " was never left out, so nothing was measured of it");
                }
            });
            return results;
        } catch (SQLException broken) {
            throw new IllegalStateException("The clinic could not be made", broken);
        }
    }

    private Result measured(String what, Visavis visavis, Database.Walls walls, IntConsumer request)
            throws SQLException, InterruptedException {
        var turns = new LinkedHashMap<Set<Part>, Turns>();
        turns.put(Set.of(), new Turns());
        EnumSet.allOf(Part.class).forEach(part -> turns.put(Set.of(part), new Turns()));
        turns.put(Set.copyOf(EnumSet.allOf(Part.class)), new Turns());
        over = false;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (int number = 0; number < AT_ONCE; number++) {
                var own = number;
                clients.add(threads.submit(() -> asksAgainAndAgain(request, own)));
            }
            try {
                Thread.sleep(WARM_UP);
                var order = new ArrayList<>(turns.keySet());
                for (int round = 0; round < ROUNDS; round++) {
                    for (var without : order) {
                        turn(without, visavis, walls, Objects.requireNonNull(turns.get(without)));
                    }
                    Collections.rotate(order, 1);
                    for (var asking : clients) {
                        if (asking.isDone()) {
                            throw new IllegalStateException("A client gave up", asking.exceptionNow());
                        }
                    }
                }
            } finally {
                over = true;
                walls.stand(true);
                visavis.leaveOut(Set.of());
            }
        }
        return told(what, turns);
    }

    private void asksAgainAndAgain(IntConsumer request, int number) {
        while (!over) {
            request.accept(number);
            answered.increment();
        }
    }

    private void turn(Set<Part> without, Visavis visavis, Database.Walls walls, Turns turns)
            throws SQLException, InterruptedException {
        // A row that nobody was told of is not there: rows stand open before nobody tells any more.
        if (without.contains(Part.WALL)) {
            walls.stand(false);
            visavis.leaveOut(without);
        } else {
            visavis.leaveOut(without);
            walls.stand(true);
        }
        Thread.sleep(SETTLING);
        var before = answered.sum();
        var began = System.nanoTime();
        Thread.sleep(TURN);
        turns.requests += answered.sum() - before;
        turns.nanos += System.nanoTime() - began;
    }

    private static Result told(String what, Map<Set<Part>, Turns> turns) {
        var with = Objects.requireNonNull(turns.get(Set.<Part>of())).millis();
        var rest = Objects.requireNonNull(turns.get(Set.copyOf(EnumSet.allOf(Part.class))))
                .millis();
        System.out.printf("%s: %.2f ms at %d clients; without any of the parts %.2f ms%n", what, with, AT_ONCE, rest);
        for (var part : Part.values()) {
            var without = Objects.requireNonNull(turns.get(Set.of(part))).millis();
            System.out.printf(
                    "  without %-12s %8.2f ms: it adds %5.1f %% to the rest%n",
                    part.name().toLowerCase(Locale.ROOT), without, (with - without) / rest * 100);
        }
        return new Bar(what + ": trust adds", (with / rest - 1) * 100, "%", true, BAR_PERCENT, AIM_PERCENT);
    }

    /// Each client has a session of its own, as eight doctors would.
    private static List<WebSession> keyboards(WebSession doctor, Database database) throws SQLException {
        var keyboards = new ArrayList<WebSession>();
        for (int number = 0; number < AT_ONCE; number++) {
            var cookie = Objects.requireNonNull(doctor.cookies().get(SESSION));
            keyboards.add(doctor.with(SESSION, database.copySession(cookie)));
        }
        return keyboards;
    }

    private static Form messageForm(Member member, UUID clinician) {
        var form = member.session().get("/messages/new").formWith("partner").with("partner", clinician.toString());
        return member.session()
                .submit(form)
                .formWith("clientId")
                .with("text", "Since yesterday evening, and it is a little better when I lie down.");
    }

    /// Through the importer, so that every entry is sealed.
    private static List<Patient> charts(Visavis visavis, Database database)
            throws IOException, InterruptedException, SQLException {
        var folder = Workplace.emptyFolder("bench-trust-charts");
        var people = new StringBuilder();
        var conditions = new StringBuilder();
        for (int number = 0; number < AT_ONCE; number++) {
            people.append("""
                {"resourceType":"Patient","id":"measured-%1$d","name":[{"family":"Measured","given":["Chart %1$d"]}],"gender":"female","birthDate":"1950-01-01"}
                """.formatted(number));
            for (int entry = 0; entry < ENTRIES; entry++) {
                conditions.append("""
                    {"resourceType":"Condition","id":"measured-%1$d-%2$d","subject":{"reference":"Patient/measured-%1$d"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"38341003","display":"Measured condition %2$d"}],"text":"Measured condition %2$d"},"onsetDateTime":"2020-01-01T10:00:00Z"}
                    """.formatted(number, entry));
            }
        }
        Files.writeString(folder.resolve("Patient.ndjson"), people);
        Files.writeString(folder.resolve("Condition.ndjson"), conditions);
        visavis.command(List.of("import", "fhir", folder.toString()));
        return database.ids("SELECT DISTINCT patient_id FROM chart_resource").stream()
                .map(id -> new Patient("", id))
                .toList();
    }
}
