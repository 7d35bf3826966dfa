package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Devices are changed, and screens shown, while the call goes on over the same connection. Cameras,
/// microphones and screens are Chromium's own pretended ones.
class DevicesInTheVisitJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void anotherCameraAndMicrophoneAreTakenWithoutANewConnection() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        var page = meeting.patient().page();
        new Call(meeting.patient()).presses("devices");
        meeting.patient().findsThePageSound();

        choosesAnother(page, "microphone");
        choosesAnother(page, "camera");
        page.locator("dialog[data-ref=devices] .vv-dialog__actions button").click();

        meeting.bothSeeEachOther();
        assertThat(page.evaluate("window.peerConnectionsOfThisPage.length")).isEqualTo(1);
        assertThat(page.evaluate("window.peerConnectionsOfThisPage[0].getSenders()"
                        + ".filter((sender) => sender.track).map((sender) => sender.track.readyState).join()"))
                .isEqualTo("live,live");
        meeting.visit().isEndedBy(meeting.doctor());
    }

    @Test
    void aScreenIsShownUntilTheBrowsersOwnButtonEndsIt() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        var page = meeting.doctor().page();
        var seen = meeting.patient().page().locator(".vv-tile--screen [data-part=picture]");

        page.keyboard().press("Alt+Shift+S");
        assertThat(page.locator("[data-ref=said]")).hasText("You are sharing your screen.");
        assertThat(seen).isVisible();
        assertThat(meeting.patient().page().locator("[data-ref=said]")).containsText("shares a screen");

        page.evaluate("""
                () => {
                  const shown = window.peerConnectionsOfThisPage.flatMap((each) => each.getSenders())
                      .map((sender) => sender.track).filter((track) => track?.contentHint === 'detail');
                  for (const track of shown) track.dispatchEvent(new Event('ended'));
                }
                """);
        assertThat(page.locator("[data-ref=said]")).hasText("You no longer share your screen.");
        assertThat(page.locator("button[data-do=screen]:visible")).hasText("Share screen");
        assertThat(seen).isHidden();
        meeting.visit().isEndedBy(meeting.doctor());
    }

    /// Chromium's pretended devices know no blur, as most cameras: the menu says so instead of showing a switch.
    @Test
    void whereTheCameraCannotBlurTheMenuSaysWhy() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        var page = meeting.patient().page();

        new Call(meeting.patient()).presses("devices");

        assertThat(page.getByText("This camera cannot blur what is behind you")).isVisible();
        assertThat(page.getByText("Blur what is behind me")).isHidden();
        meeting.visit().isEndedBy(meeting.doctor());
    }

    private static void choosesAnother(Page page, String kind) {
        var select = page.locator("select[name=" + kind + "]");
        var others = select.locator("option:not(:checked)");
        assertThat(others.count()).as("other devices of kind %s", kind).isPositive();
        var other = value(others.last());
        select.selectOption(other);
        page.waitForFunction(
                "([kind, id]) => window.peerConnectionsOfThisPage[0].getSenders()"
                        + ".some((sender) => sender.track?.getSettings().deviceId === id)",
                java.util.List.of(kind, other));
    }

    private static String value(Locator option) {
        return option.getAttribute("value");
    }
}
