package health.visavis.proof.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Chromium;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One visit in two browsers, from the waiting room to the end.
final class VisitOfTwo {

    private final Browser browser;
    private final String path;

    VisitOfTwo(Browser browser, String appointment) {
        this.browser = browser;
        this.path = "/visits/" + appointment + "/";
    }

    /// Who takes part, signed in, and at which instance.
    record Guest(WebSession session, URI instance) {}

    /// @param joinMillis from the doctor's click to the first picture on both sides
    /// @param scripts kilobytes of script that the doctor's page loaded, as they came over the wire
    record Facts(double joinMillis, double scripts, Line towardsPatient, Line towardsDoctor) {}

    /// @param talkMillis how long the two look at each other before the line is asked how it was
    Facts take(Guest patient, Guest doctor, int talkMillis) {
        var picture = new FirstPicture();
        var scripts = new ArrayList<Request>();
        var patients = context(patient);
        var doctors = context(doctor);
        picture.watch(patients);
        picture.watch(doctors);
        var patientsPage = patients.newPage();
        patientsPage.navigate(patient.instance().resolve(path + "device-check").toString());
        patientsPage.locator("form[action$='/arrival'] button").click();
        patientsPage.waitForURL(Pattern.compile(".*/waiting-room"));
        var doctorsPage = doctors.newPage();
        doctorsPage.onRequestFinished(request -> {
            if (request.resourceType().equals("script")) {
                scripts.add(request);
            }
        });
        doctorsPage.navigate(doctor.instance().resolve(path + "call").toString());
        doctorsPage.locator("button[data-do=admit]:visible").waitFor();
        settle(patientsPage, doctorsPage);
        double kilobytes = kilobytes(scripts);
        doctorsPage.locator("button[data-do=admit]:visible").click();
        double took = picture.untilBothSee(doctorsPage);
        doctorsPage.waitForTimeout(talkMillis);
        var facts = new Facts(took, kilobytes, Line.into(patientsPage), Line.into(doctorsPage));
        doctorsPage.locator("button[data-do=askEnd]:visible").first().click();
        doctorsPage.locator("button[data-do=end]").click();
        for (var page : List.of(patientsPage, doctorsPage)) {
            page.getByText("The visit is over").first().waitFor();
            Chromium.leave(page);
        }
        return facts;
    }

    /// Both have looked at their pages for a moment, as people in a waiting room have.
    private static void settle(Page... pages) {
        for (var page : pages) {
            page.waitForTimeout(750);
        }
    }

    private static double kilobytes(List<Request> scripts) {
        return scripts.stream()
                        .mapToInt(script -> script.sizes().responseBodySize)
                        .sum()
                / 1024.0;
    }

    private BrowserContext context(Guest guest) {
        var context = browser.newContext();
        context.addCookies(guest.session().cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl(guest.instance().toString()))
                .toList());
        return context;
    }
}
