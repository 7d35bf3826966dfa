package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who leaves has left, whatever the network does: camera and microphone are off and the page says so before
/// anybody else is told.
class LeavingTheVisitJourneyTest {

    private static final String DEVICES = """
            window.tracksOfThisPage = [];
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (wanted) => {
              const stream = await ask(wanted);
              window.tracksOfThisPage.push(...stream.getTracks());
              return stream;
            };
            """;

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void leavingDoesNotWaitForTheServer() {
        var patient = stage.patient();
        patient.page().addInitScript(DEVICES);
        var meeting = Meeting.of(patient, stage.doctor());
        var held = new CopyOnWriteArrayList<Route>();
        patient.page().route("**/seat/departure", held::add);

        leaves(patient.page());

        hasLeft(patient.page());
        assertThat(held).as("farewells that the server has not heard").hasSize(1);
        assertThat(meeting.doctor().page().locator(".vv-room__tiles > .vv-tile"))
                .hasCount(1);
        held.getFirst().resume();
        assertThat(meeting.doctor().page().locator(".vv-room__tiles > .vv-tile"))
                .hasCount(0);
        meeting.visit().isEndedBy(meeting.doctor());
    }

    @Test
    void leavingWorksWithoutANetworkAndOneComesBackToOnesSeatAfterwards() {
        var patient = stage.patient();
        patient.page().addInitScript(DEVICES);
        var meeting = Meeting.of(patient, stage.doctor());

        patient.page().context().setOffline(true);
        leaves(patient.page());
        hasLeft(patient.page());

        patient.page().context().setOffline(false);
        patient.page().locator("button[data-do=rejoin]:visible").click();
        meeting.bothSeeEachOther();
        assertThat(meeting.doctor().page().locator(".vv-room__tiles > .vv-tile"))
                .hasCount(1);
        meeting.visit().isEndedBy(meeting.doctor());
        patient.expects("ERR_INTERNET_DISCONNECTED");
    }

    private static void leaves(Page page) {
        page.locator("button[data-do=leave]:visible").first().click();
    }

    private static void hasLeft(Page page) {
        assertThat(page.getByText("You have left the call").first()).isVisible();
        assertThat(page.evaluate("window.tracksOfThisPage.map((track) => track.readyState)"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isNotEmpty()
                .containsOnly("ended");
        assertThat(page.evaluate("window.peerConnectionsOfThisPage.every((each) => each.signalingState === 'closed')"))
                .isEqualTo(true);
    }
}
