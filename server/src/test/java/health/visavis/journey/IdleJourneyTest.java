package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import health.visavis.kernel.Requirement;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A page that nobody touches. The browser's clock is the test's, so a quarter of an hour takes no time.
class IdleJourneyTest {

    /// A minute more than anybody may sit still.
    private static final int LONG_ENOUGH = 16 * 60;
    private static final int STEP_SECONDS = 20;

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("APP-17")
    void whoStaysWhenWarnedStaysSignedIn() {
        var page = atTheRecord(stage.patient());

        page.clock().runFor("12:50");
        assertThat(warning(page).isVisible()).as("warned after 12:50").isFalse();
        page.clock().runFor("00:20");
        warning(page).waitFor();
        assertThat(warning(page).getByRole(AriaRole.TIMER).textContent()).startsWith("1:");
        warning(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stay signed in"))
                .click();
        closed(warning(page));
        page.clock().runFor("12:00");

        assertThat(warning(page).isVisible()).as("warned soon after staying").isFalse();
        page.reload();
        assertThat(page.url()).endsWith("/record");
    }

    @Test
    @Requirement("APP-17")
    void whoSaysNothingIsSignedOutAndTheScreenIsClearedFirst() {
        var patient = stage.patientOfTheDay();
        var page = atTheRecord(patient);
        var name = page.locator(".vv-account__name").textContent().strip();
        var session = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("visavis"))
                .toList();
        var signOut = new AtomicReference<Route>();
        page.route("**/sign-out", signOut::set);

        page.clock().runFor("13:10");
        warning(page).waitFor();
        page.clock().runFor("02:00");

        page.waitForCondition(() -> signOut.get() != null);
        assertThat(page.innerText("body"))
                .as("what is on the screen while signing out")
                .isBlank();
        signOut.get().resume();
        page.waitForURL("**/session-ended");
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("You were signed out"))
                .waitFor();
        patient.findsThePageSound();

        page.goBack();
        assertThat(page.content()).as("the page before").doesNotContain(name);
        var thief = stage.arrives("who kept the cookie", stage.clinic().address(), JourneyStage.options());
        thief.page().context().addCookies(session);
        thief.opens("/record").page().waitForURL(Pattern.compile(".*/sign-in.*"));

        page.navigate(patient.address().resolve("/oauth2/authorization/visavis").toString());
        assertThat(page.locator("input[name=password]").isVisible())
                .as("whoever comes next shows who they are")
                .isTrue();
    }

    @Test
    @Requirement("APP-17")
    void aVisitIsSomebodyBeingThere() {
        var patient = stage.patient();
        var page = patient.page();
        page.clock().install();
        var meeting = Meeting.of(patient, stage.doctor());

        for (int passed = 0; passed < LONG_ENOUGH; passed += STEP_SECONDS) {
            page.clock().fastForward(STEP_SECONDS * 1000L);
        }

        assertThat(warning(page).isVisible())
                .as("warned in the middle of a visit")
                .isFalse();
        meeting.bothSeeEachOther();
        meeting.visit().isEndedBy(meeting.doctor());
    }

    private static Page atTheRecord(Person patient) {
        patient.page().clock().install();
        return patient.opens("/record").page();
    }

    private static Locator warning(Page page) {
        return page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("Are you still there?"));
    }

    private static void closed(Locator dialog) {
        dialog.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
}
