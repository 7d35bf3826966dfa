package health.visavis.proof.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.measure.Comparison;
import health.visavis.proof.measure.Latencies;
import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The doctor's click on "Let in" to the first picture on both sides, in turns with two bare pages in the same
/// browser.
final class JoinBench implements Measurement {

    private static final int ROUNDS = 7;
    private static final double BAR_KILOBYTES = 80;
    private static final double AIM_KILOBYTES = 60;
    private static final Pattern APPOINTMENT = Pattern.compile("/appointments/([0-9a-f-]{36})");
    private static final Pattern FREE_TIME = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");

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
                var visit = new VisitOfTwo(browser, running, patient, doctor, confirmedVisit(patient, doctor));
                double took = visit.measure();
                scripts = visit.scriptKilobytes();
                if (round > 0) {
                    ours.add(took);
                    theirs.add(bare.measure());
                }
            }
            System.out.printf("Visavis %s%nBare    %s%n", inWords(ours), inWords(theirs));
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

    private static String confirmedVisit(WebSession patient, WebSession doctor) {
        var clinicians = Pattern.compile("/appointments/new\\?clinician=([0-9a-f-]{36})")
                .matcher(patient.get("/appointments/new").text());
        if (!clinicians.find()) {
            throw new IllegalStateException("Nobody can be booked");
        }
        var times = patient.get(clinicians.group());
        var free = FREE_TIME.matcher(times.text());
        if (!free.find()) {
            throw new IllegalStateException("No time is free");
        }
        var form = patient.get(clinicians.group() + "&start=" + free.group(1))
                .formWith("reason")
                .with("reason", "A cough");
        var booked = APPOINTMENT.matcher(patient.submit(form).uri().getPath());
        if (!booked.find()) {
            throw new IllegalStateException("The time could not be booked");
        }
        doctor.submit(
                doctor.get(booked.group()).form(each -> each.action().getPath().endsWith("/confirmation")));
        return booked.group(1);
    }

    private static double median(List<Double> millis) {
        return Latencies.ofMillis(
                        millis.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }

    private static String inWords(List<Double> millis) {
        return millis.stream().map(each -> "%.0f ms".formatted(each)).toList().toString();
    }

    /// One visit from the waiting room to the first picture.
    private static final class VisitOfTwo {

        private final Browser browser;
        private final URI address;
        private final WebSession patient;
        private final WebSession doctor;
        private final String path;
        private final List<Request> scripts = new ArrayList<>();
        private double scriptKilobytes;

        VisitOfTwo(Browser browser, Running running, WebSession patient, WebSession doctor, String id) {
            this.browser = browser;
            this.address = running.address();
            this.patient = patient;
            this.doctor = doctor;
            this.path = "/visits/" + id + "/";
        }

        double measure() {
            var picture = new FirstPicture();
            try (var patients = context(patient);
                    var doctors = context(doctor)) {
                picture.watch(patients);
                picture.watch(doctors);
                var patientsPage = patients.newPage();
                patientsPage.navigate(address.resolve(path + "device-check").toString());
                patientsPage.locator("form[action$='/arrival'] button").click();
                patientsPage.waitForURL(Pattern.compile(".*/waiting-room"));
                var doctorsPage = doctors.newPage();
                doctorsPage.onRequestFinished(this::note);
                doctorsPage.navigate(address.resolve(path + "call").toString());
                doctorsPage.locator("button[data-do=admit]:visible").waitFor();
                settle(patientsPage, doctorsPage);
                scriptKilobytes = scripts.stream()
                                .mapToInt(script -> script.sizes().responseBodySize)
                                .sum()
                        / 1024.0;
                doctorsPage.locator("button[data-do=admit]:visible").click();
                double took = picture.untilBothSee(doctorsPage);
                doctorsPage.locator("button[data-do=askEnd]:visible").first().click();
                doctorsPage.locator("button[data-do=end]").click();
                doctorsPage.waitForTimeout(300);
                return took;
            }
        }

        double scriptKilobytes() {
            return scriptKilobytes;
        }

        /// Both have looked at their pages for a moment, as people in a waiting room have.
        private static void settle(Page... pages) {
            for (var page : pages) {
                page.waitForTimeout(750);
            }
        }

        private void note(Request request) {
            if (request.resourceType().equals("script")) {
                scripts.add(request);
            }
        }

        private BrowserContext context(WebSession session) {
            var context = browser.newContext();
            context.addCookies(session.cookies().entrySet().stream()
                    .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(address.toString()))
                    .toList());
            return context;
        }
    }
}
