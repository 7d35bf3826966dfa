package health.visavis.proof.bench;

import com.microsoft.playwright.Browser;
import health.visavis.proof.bench.VisitOfTwo.Guest;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Relay;
import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;
import java.util.function.Supplier;

/// Jitter and loss in both directions, for the ways a visit can be carried. There is no bar: on one machine they
/// say that nothing of ours delays or drops media.
final class LineReport {

    private static final int TALK_MILLIS = 10_000;

    private final Visavis visavis;
    private final Running first;
    private final Browser browser;
    private final Supplier<String> confirmedVisit;
    private final WebSession patient;
    private final WebSession doctor;

    LineReport(
            Visavis visavis,
            Running first,
            Browser browser,
            Supplier<String> confirmedVisit,
            WebSession patient,
            WebSession doctor) {
        this.visavis = visavis;
        this.first = first;
        this.browser = browser;
        this.confirmedVisit = confirmedVisit;
        this.patient = patient;
        this.doctor = doctor;
    }

    void print() {
        System.out.printf("Jitter and loss from getStats after %d s of a visit%n", TALK_MILLIS / 1000);
        print("one instance", first, first);
        try (var second = visavis.join()) {
            print("two instances", first, second);
        }
        if (!Relay.isInstalled()) {
            System.out.println("  relay only: not measured, coturn is not installed");
            return;
        }
        try (var relay = new Relay();
                var relayed = visavis.join(relay.settings())) {
            print("relay only, coturn", relayed, relayed);
        }
    }

    private void print(String setting, Running patients, Running doctors) {
        var facts = new VisitOfTwo(browser, confirmedVisit.get())
                .take(new Guest(patient, patients.address()), new Guest(doctor, doctors.address()), TALK_MILLIS);
        print(setting, "towards the patient", facts.towardsPatient());
        print(setting, "towards the doctor", facts.towardsDoctor());
    }

    private static void print(String setting, String direction, Line line) {
        System.out.printf("  %-19s %-20s %-6s video: %s%n", setting, direction, line.way(), line.video());
        System.out.printf("  %-19s %-20s %-6s audio: %s%n", "", "", "", line.audio());
    }
}
