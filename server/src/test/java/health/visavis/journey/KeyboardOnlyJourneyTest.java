package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who uses no mouse and a small phone's width gets to an appointment all the same (WCAG 2.1.1, 2.1.2, 2.4.7,
/// 2.4.11).
class KeyboardOnlyJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void aPatientBooksWithTheKeyboardAloneOnASmallPhonesWidth() {
        var patient = stage.arrives(
                "patient", stage.clinic().address(), JourneyStage.options().setViewportSize(320, 640));
        var page = patient.opens("/").page();
        var keyboard = new Keyboard(page);

        signsIn(page, keyboard);
        keyboard.reaches(link(page, "Book a")).presses("Enter");
        page.waitForURL("**/appointments/new");
        keyboard.goesThroughThePage();
        keyboard.reaches(link(page, Clinic.DOCTOR)).presses("Enter");
        page.waitForURL("**/appointments/new?clinician=*");
        choosesTheSecondTime(page, keyboard);
        page.waitForURL("**start=*");
        keyboard.reaches(page.getByRole(AriaRole.TEXTBOX)).types("A cough since Monday");
        keyboard.reaches(button(page, "Ask for this appointment")).presses("Space");

        page.waitForURL(Pattern.compile(".*/appointments/[0-9a-f-]{36}"));
        page.getByText("Waiting for confirmation").waitFor();
        assertThat(page.innerText("main")).contains("Your request has been sent.", "A cough since Monday");
        keyboard.goesThroughThePage();
        patient.findsThePageSound();
    }

    private void signsIn(Page page, Keyboard keyboard) {
        keyboard.goesThroughThePage();
        keyboard.reaches(link(page, "Sign in")).presses("Enter");
        var name = page.locator("input[name=name]");
        keyboard.reaches(name).types("patient");
        keyboard.reaches(page.locator("input[name=password]"))
                .types(stage.clinic().secret("accounts.password"));
        keyboard.presses("Enter");
        page.waitForURL(stage.clinic().address() + "/**");
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).waitFor();
    }

    /// Space takes the first time of the day, an arrow the one beside it.
    private static void choosesTheSecondTime(Page page, Keyboard keyboard) {
        var times = page.locator("details[open] input[name=start]");
        keyboard.reaches(times.first()).presses("Space");
        assertThat(times.first().isChecked()).isTrue();
        keyboard.presses("ArrowRight");
        assertThat(times.nth(1).isChecked()).isTrue();
        assertThat(keyboard.isFocused(times.nth(1))).isTrue();
        keyboard.reaches(button(page, "Continue")).presses("Enter");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
