package health.visavis.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;

/// Pages of a visit as the two who meet use them.
final class Visit {

    private final UUID id;

    Visit(UUID appointment) {
        this.id = appointment;
    }

    /// The patient checks the devices, unless that was just done in this session, and goes to the waiting room.
    void isAwaitedBy(Person patient) {
        var page = patient.opens(path("device-check")).page();
        if (page.url().endsWith("/device-check")) {
            page.locator("[data-ref=camera][data-verdict=good]").waitFor();
        }
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Go to the waiting room"))
                .click();
        page.waitForURL(Pattern.compile(".*/waiting-room"));
        page.getByText("You are in the waiting room").waitFor();
    }

    /// The doctor sees who waits and lets the patient in.
    void isBegunBy(Person doctor) {
        var page = doctor.opens(path("call")).page();
        admission(page).waitFor();
        admission(page).click();
    }

    void isEndedBy(Person doctor) {
        var page = doctor.page();
        page.locator("button[data-do=askEnd]:visible").first().click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("End the visit"))
                .click();
        page.getByText("The visit is over").first().waitFor();
    }

    String path(String page) {
        return "/visits/" + id + "/" + page;
    }

    String appointment() {
        return "/appointments/" + id;
    }

    private static com.microsoft.playwright.Locator admission(Page page) {
        return page.locator("button[data-do=admit]:visible");
    }
}
