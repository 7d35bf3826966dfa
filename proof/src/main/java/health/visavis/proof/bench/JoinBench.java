package health.visavis.proof.bench;

import com.microsoft.playwright.Playwright;
import health.visavis.proof.ConfirmedVisit;
import health.visavis.proof.bench.VisitOfTwo.Guest;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.measure.Comparison;
import health.visavis.proof.measure.Latencies;
import health.visavis.proof.running.Chromium;
import health.visavis.proof.running.Visavis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The doctor's click on "Let in" to the first picture on both sides, in turns with two bare pages in the same
/// browser; then how the line was.
final class JoinBench implements Measurement {

    private static final int ROUNDS = 7;
    private static final double BAR_KILOBYTES = 80;
    private static final double AIM_KILOBYTES = 60;

    @Override
    public List<Comparison> run() throws IOException {
        var visavis = Visavis.forADemo("bench-join");
        try (var running = visavis.start();
                var client = WebSession.newClient();
                var playwright = Playwright.create();
                var browser = Chromium.launch(playwright);
                var bare = new BareCall(browser)) {
            var patient = visavis.signIn(client, running.address(), "patient");
            var doctor = visavis.signIn(client, running.address(), "doctor");
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            double scripts = 0;
            bare.measure();
            for (int round = 0; round <= ROUNDS; round++) {
                var facts = new VisitOfTwo(browser, ConfirmedVisit.of(patient, doctor))
                        .take(new Guest(patient, running.address()), new Guest(doctor, running.address()), 0);
                scripts = facts.scripts();
                if (round > 0) {
                    ours.add(facts.joinMillis());
                    theirs.add(bare.measure());
                }
            }
            System.out.printf("Visavis %s%nBare    %s%n", inWords(ours), inWords(theirs));
            new LineReport(visavis, running, browser, () -> ConfirmedVisit.of(patient, doctor), patient, doctor)
                    .print();
            return List.of(
                    new Comparison(
                            "admit to picture on both sides", median(ours), median(theirs), "ms", true, 1.5, 1.2),
                    new Comparison(
                            "scripts of the call page",
                            scripts,
                            BAR_KILOBYTES,
                            "KB",
                            true,
                            1,
                            AIM_KILOBYTES / BAR_KILOBYTES));
        }
    }

    private static double median(List<Double> millis) {
        return Latencies.ofMillis(
                        millis.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    private static String inWords(List<Double> millis) {
        return millis.stream().map(each -> "%.0f ms".formatted(each)).toList().toString();
    }
}
