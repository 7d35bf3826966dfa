package health.visavis.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.awaitility.Awaitility;

/// The simulated telephones of the demo's people, on the page that plays them.
final class Telephone {

    private final Person player;
    private final String number;

    /// @param number as the page shows it
    Telephone(Person player, String number) {
        this.player = player;
        this.number = number;
    }

    void rings() {
        Awaitility.await("the telephone to ring")
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(() -> {
                    player.opens("/mailbox/telephone");
                    return call("ringing").count() > 0;
                });
        player.findsThePageSound();
    }

    void answers() {
        rings();
        presses("ringing", "Answer");
        call("talking").waitFor();
    }

    void isLeftToRing() {
        rings();
        presses("ringing", "Let it ring");
        player.page().getByText("No phone is ringing.").waitFor();
    }

    void isPutDown() {
        player.opens("/mailbox/telephone");
        presses("talking", "Hang up");
    }

    void callsTheClinic() {
        var page = player.opens("/mailbox/telephone").page();
        page.getByLabel("Your number").fill(number);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Call the clinic"))
                .click();
    }

    private void presses(String state, String button) {
        call(state)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private Locator call(String state) {
        return player.page().locator("li[data-state=" + state + "]").filter(new FilterOptions().setHasText(number));
    }
}
