package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.CheckOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import health.visavis.kernel.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A daughter does for her father what he lets her do, each in a browser of their own.
class ActingForAPatientJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("IAM-10")
    void aDaughterBooksForHerFatherAndReadsNothingOfHisUntilHeEndsIt() {
        var father = stage.patient();
        var daughter = stage.arrives("daughter", stage.clinic().address(), JourneyStage.options());
        makesASignIn(daughter, linkOf(father));
        says(daughter, "/acting", "Act for");
        assertThat(banner(daughter)).containsText("You act for");

        var appointment = Appointment.requestedBy(daughter, stage.doctorsName());
        daughter.opens("/record");
        assertThat(daughter.page().locator("h1")).not().hasText("Your record");
        daughter.expects("status of 403");

        father.opens("/appointments/" + appointment).findsThePageSound();
        father.opens("/record/access").findsThePageSound();
        assertThat(father.page().innerText("main")).contains("Your daughter Ana Lopez, who acts for you");

        says(father, "/proxies", "End now");
        finds(daughter, appointment, "status of 404");
        assertThat(banner(daughter)).containsText("You do not act for this person any more");
        says(daughter, null, "Back to myself");
        finds(daughter, appointment, "status of 404");
    }

    /// Made by the father for appointments, for a month.
    private static String linkOf(Person father) {
        var page = father.opens("/proxies/new").page();
        page.locator("#given").fill("Ana");
        page.locator("#family").fill("Lopez");
        for (var choice : List.of("relationship][value=DAUGHTER", "scope][value=APPOINTMENTS", "months][value='1'")) {
            page.locator("input[name=" + choice + "]").check(new CheckOptions().setForce(true));
        }
        page.getByText("Make the link").click();
        page.waitForLoadState();
        return page.locator("#link").inputValue();
    }

    private static void makesASignIn(Person daughter, String link) {
        var page = daughter.page();
        page.navigate(link);
        daughter.findsThePageSound();
        page.getByText("Make a sign-in", new GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Go on")).click();
        page.locator("#name").fill("ana");
        page.locator("#password").fill("a few words to remember");
        page.locator("form[action^='/sign-up/'] button").click();
        page.waitForURL(url -> url.contains("/invitations/"));
        page.locator("form[action^='/invitations/'] button").click();
        assertThat(page.getByText("Your sign-in is linked")).isVisible();
    }

    /// @param path null: on the page where they are
    private static void says(Person person, String path, String words) {
        if (path != null) {
            person.opens(path).findsThePageSound();
        }
        person.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(words))
                .first()
                .click();
        person.page().waitForLoadState();
    }

    private static void finds(Person daughter, UUID appointment, String refusal) {
        var page = daughter.opens("/appointments/" + appointment).page();
        assertThat(page.innerText("main")).doesNotContain("A cough since Monday");
        daughter.expects(refusal);
    }

    private static Locator banner(Person person) {
        return person.page().locator(".vv-acting__who");
    }
}
