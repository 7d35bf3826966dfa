package health.visavis.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/// What doctor and guests do so that somebody without an account takes part in a visit.
final class Guests {

    private static final List<String> NONE = List.of();

    private final JourneyStage stage;
    private final Meeting meeting;

    Guests(JourneyStage stage, Meeting meeting) {
        this.stage = stage;
        this.meeting = meeting;
    }

    /// The doctor invites in the middle of the call and copies the link.
    String areInvited(String kind, String name) {
        return areInvited(kind, name, NONE);
    }

    String areInvited(String kind, String name, List<String> language) {
        var page = opensTheDialog();
        var fold = page.locator("dialog[data-ref=guests] details");
        if (fold.getAttribute("open") == null) {
            fold.locator("summary").click();
        }
        page.locator("dialog[data-ref=guests] input[name=kind][value=" + kind + "]")
                .check();
        language.forEach(code -> page.locator("#language").selectOption(code));
        page.locator("#guestName").fill(name);
        page.locator("form[data-invite] button[type=submit]").click();
        page.getByText(name + " is invited").waitFor();
        var link = page.locator("#guest-link").inputValue();
        closesTheDialog();
        return link;
    }

    /// Somebody opens the link in a browser of their own, gives a name, checks the devices and waits.
    Person arrives(String link, String name) {
        var guest = stage.arrives(name, stage.clinic().address(), JourneyStage.options());
        arrives(guest, link, name);
        return guest;
    }

    static void arrives(Person guest, String link, String name) {
        var page = guest.page();
        page.navigate(link);
        page.locator("#name").fill(name);
        page.locator("main form button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/guest/device-check"));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Go to the waiting room"))
                .click();
        page.waitForURL(Pattern.compile(".*/guest/room"));
        page.getByText("You are in the waiting room").waitFor();
    }

    /// From the notice above the call.
    void areLetIn(String name) {
        var notice = meeting.doctor().page().locator("[data-ref=guestsWaiting] .vv-notice");
        notice.filter(new Locator.FilterOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON)
                .click(new Locator.ClickOptions().setTimeout(3 * Person.PATIENCE_MILLIS));
    }

    void move(String move, String name) {
        var page = opensTheDialog();
        page.locator("dialog[data-ref=guests] li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("form[data-move=" + move + "] button")
                .click();
    }

    Page opensTheDialog() {
        var page = meeting.doctor().page();
        if (page.locator("dialog[data-ref=guests][open]").count() == 0) {
            page.locator("button[data-do=guests]:visible").click();
            page.locator("dialog[data-ref=guests][open]").waitFor();
        }
        return page;
    }

    void closesTheDialog() {
        var page = meeting.doctor().page();
        page.keyboard().press("Escape");
        page.locator("dialog[data-ref=guests]:not([open])")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }
}
