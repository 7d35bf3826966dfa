package health.visavis.proof.drill;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import health.visavis.proof.ConfirmedVisit;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Chromium;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A patient and a doctor in one visit, in real browsers that note when each frame of the other was decoded.
final class TwoInACall implements AutoCloseable {

    private static final int LOOK_EVERY = 50;
    private static final String NOTE_FRAMES = """
            window.visavisFrames = { last: 0, gaps: [] };
            window.visavisConnections = [];
            const seen = (now) => {
              const frames = window.visavisFrames;
              if (frames.last) frames.gaps.push([frames.last, now]);
              if (frames.gaps.length > 2000) frames.gaps.splice(0, 1000);
              frames.last = now;
            };
            window.RTCPeerConnection = class extends window.RTCPeerConnection {
              constructor(...settings) {
                super(...settings);
                window.visavisConnections.push(this);
                const decoded = new Map();
                const look = async () => {
                  if (this.connectionState === 'closed') return;
                  for (const report of (await this.getStats()).values()) {
                    if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue;
                    if (report.framesDecoded > (decoded.get(report.id) ?? 0)) seen(performance.timeOrigin + performance.now());
                    decoded.set(report.id, report.framesDecoded);
                  }
                  setTimeout(look, 20);
                };
                let looking = false;
                this.addEventListener('track', () => { if (!looking) { looking = true; look(); } });
              }
            };
            """;
    private static final String SILENCE_SINCE = """
            (since) => Math.max(0, ...window.visavisFrames.gaps.filter(([, end]) => end > since).map(([start, end]) => end - start))
            """;
    private static final String RELAY_IN_USE = """
            async () => {
              for (const connection of window.visavisConnections.filter((each) => each.connectionState === 'connected')) {
                const stats = await connection.getStats();
                for (const report of stats.values()) {
                  if (report.type !== 'transport') continue;
                  const pair = stats.get(report.selectedCandidatePairId);
                  return stats.get(pair?.localCandidateId)?.url ?? '';
                }
              }
              return '';
            }
            """;

    private final Page patient;
    private final Page doctor;

    private TwoInACall(Page patient, Page doctor) {
        this.patient = patient;
        this.doctor = doctor;
    }

    /// The patient waits; the doctor has the visit open and has not admitted them yet.
    static TwoInACall waiting(
            Browser patientsBrowser,
            WebSession patient,
            URI patientsAddress,
            Browser doctorsBrowser,
            WebSession doctor,
            URI doctorsAddress) {
        var path = "/visits/" + ConfirmedVisit.of(patient, doctor) + "/";
        var patients = context(patientsBrowser, patient, patientsAddress);
        var doctors = context(doctorsBrowser, doctor, doctorsAddress);
        var patientsPage = patients.newPage();
        patientsPage.navigate(
                patientsAddress.resolve(path + "device-check?again=true").toString());
        patientsPage.locator("form[action$='/arrival'] button").click();
        patientsPage.waitForURL(Pattern.compile(".*/waiting-room"));
        var doctorsPage = doctors.newPage();
        doctorsPage.navigate(doctorsAddress.resolve(path + "call").toString());
        admitButton(doctorsPage).waitFor();
        patientsPage.waitForTimeout(500);
        return new TwoInACall(patientsPage, doctorsPage);
    }

    void admit() {
        admitButton(doctor).click();
    }

    /// Frames come on both sides, over this kind of client, for a while without a pause.
    boolean untilBothSeeThrough(String client, int withinMillis) {
        return until(
                page -> client.equals(page.locator(".vv-room").getAttribute("data-client"))
                        && (Boolean) page.evaluate("""
                                () => window.visavisFrames.last > performance.timeOrigin + performance.now() - 300
                                """),
                1_500,
                withinMillis);
    }

    boolean untilBothAreOffered(String line, int withinMillis) {
        return until(page -> line.equals(page.locator(".vv-room").getAttribute("data-line")), 0, withinMillis);
    }

    boolean untilBothAreOnline(int withinMillis) {
        return until(page -> page.locator("[data-ref=offline]").isHidden(), 500, withinMillis);
    }

    /// The longest time without a decoded frame that ended after an instant: of the side that had it worse.
    double longestSilenceSince(long millis) {
        return Math.max(silence(patient, millis), silence(doctor, millis)) / 1000;
    }

    /// Since when neither side has been without its first frame: for a call that is only beginning.
    double firstFrameAfter(long millis) {
        return pages().stream()
                                .mapToDouble(page -> ((Number) page.evaluate("""
                                        () => window.visavisFrames.gaps.length ? window.visavisFrames.gaps[0][0] : 1e15
                                        """)).doubleValue())
                                .max()
                                .orElseThrow()
                        / 1000.0
                - millis / 1000.0;
    }

    /// One tile for the other person, on both sides.
    boolean showsEverybodyOnce() {
        return pages().stream()
                .allMatch(page ->
                        page.locator(".vv-room__tiles > .vv-tile:visible").count() == 1);
    }

    String relayInUse() {
        return (String) doctor.evaluate(RELAY_IN_USE);
    }

    void pause(int millis) {
        doctor.waitForTimeout(millis);
    }

    /// The doctor ends the visit.
    @Override
    public void close() {
        doctor.locator("button[data-do=askEnd]:visible").first().click();
        doctor.locator("button[data-do=end]").click();
        pages().forEach(page -> page.getByText("The visit is over").first().waitFor());
        pages().forEach(Chromium::leave);
    }

    private static double silence(Page page, long since) {
        return ((Number) page.evaluate(SILENCE_SINCE, (double) since)).doubleValue();
    }

    private boolean until(Predicate<Page> holds, int forMillis, int withinMillis) {
        var held = 0;
        for (var waited = 0; waited < withinMillis; waited += LOOK_EVERY) {
            held = pages().stream().allMatch(holds) ? held + LOOK_EVERY : 0;
            if (held > forMillis) {
                return true;
            }
            pause(LOOK_EVERY);
        }
        return false;
    }

    private List<Page> pages() {
        return List.of(patient, doctor);
    }

    private static Locator admitButton(Page page) {
        return page.locator("button[data-do=admit]:visible");
    }

    private static BrowserContext context(Browser browser, WebSession session, URI address) {
        var context = browser.newContext();
        context.addCookies(session.cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(address.toString()))
                .toList());
        context.addInitScript(NOTE_FRAMES);
        return context;
    }
}
