package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import health.visavis.local.signin.domain.OneTimeCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody new joins the clinic, and leaves it.
class PeopleJourneyTest {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void anInvitedNurseMakesASignInArrivesAndIsShownOut() {
        var admin = stage.admin();
        var link = invited(admin);

        var nurse = stage.arrives("nina", stage.clinic().address(), JourneyStage.options());
        var page = nurse.page();
        page.navigate(link);
        nurse.findsThePageSound();
        choosesASignIn(page);
        page.waitForURL(url -> url.contains("/invitations/"));
        page.locator("form[action^='/invitations/'] button").click();
        assertThat(page.getByText("Your sign-in is linked")).isVisible();

        nurse.opens("/front-desk");
        assertThat(page.locator("h1")).hasText("Who is this appointment for?");

        admin.opens("/people");
        admin.page().getByText("Nina Newcomer").first().click();
        admin.findsThePageSound();
        admin.page().locator("summary").getByText("Deactivate").click();
        admin.page().locator("form[action$='/deactivation'] button").click();
        assertThat(admin.page().locator(".vv-badge")).hasText("Deactivated");

        nurse.opens("/front-desk");
        assertThat(page.locator("input[name=password]")).isVisible();
    }

    private String invited(Person admin) {
        var page = admin.opens("/people/new").page();
        page.locator("#given").fill("Nina");
        page.locator("#family").fill("Newcomer");
        page.locator("#email").fill("nina.newcomer@example.org");
        page.locator("#role-NURSE").check();
        page.getByLabel(stage.doctorsName()).check();
        page.locator("form[action='/people'] button[type=submit]").click();
        admin.findsThePageSound();
        return page.locator("#link").inputValue();
    }

    private static void choosesASignIn(Page page) {
        var secret = page.locator("a[href^='otpauth']").getAttribute("href").replaceAll(".*secret=", "");
        page.locator("#name").fill("nina");
        page.locator("#password").fill("a few words to remember");
        page.locator("#code").fill(OneTimeCode.STANDARD.at(decoded(secret), OneTimeCode.stepAt(Instant.now())));
        page.locator("form[action^='/sign-up/'] button").click();
    }

    private static byte[] decoded(String base32) {
        var bytes = new byte[base32.length() * 5 / 8];
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var value = BASE32.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }
}
