package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// All media goes through a relay that lets only so much through: the line is really thin, the browser really
/// measures it.
class ThinLineJourneyTest {

    private static final int THIN_BYTES_PER_SECOND = 20_000;
    private static final double PATIENCE = 90_000;

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void lessPictureIsSentOverAThinLineAndThePersonHasTheLastWord() {
        Relay.assumeInstalled();
        try (var relay = Relay.startThin(THIN_BYTES_PER_SECOND);
                var instance = stage.clinic().join("thin-line", relay.settings())) {
            var patient = stage.signedIn("patient", instance.address()).hasAWholeCamera();
            var doctor = stage.signedIn("doctor", instance.address()).hasAWholeCamera();
            var meeting = Meeting.of(patient, doctor);

            assertThat(room(patient))
                    .hasAttribute(
                            "data-picture",
                            Pattern.compile("reduced|low|sound"),
                            new HasAttributeOptions().setTimeout(PATIENCE));
            var notice = patient.page().locator("[data-ref=stepped]");
            assertThat(notice).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
            assertThat(notice).containsText("so that");
            patient.findsThePageSound();

            patient.page().locator("button[data-do=pictureSound]:visible").click();
            assertThat(notice).containsText("You chose sound only");
            assertThat(doctor.page().locator(".vv-room__tiles > .vv-tile"))
                    .hasAttribute("data-camera", "off", new HasAttributeOptions().setTimeout(PATIENCE));
            assertThat(patient.page().locator(".vv-room__tiles > .vv-tile"))
                    .hasAttribute("data-camera", "off", new HasAttributeOptions().setTimeout(PATIENCE));

            patient.page().locator("button[data-do=pictureKeep]:visible").click();
            assertThat(notice).isHidden(new IsHiddenOptions().setTimeout(PATIENCE));
            assertThat(room(patient)).hasAttribute("data-picture", "full");
            meeting.visit().isEndedBy(meeting.doctor());
        }
    }

    private static Locator room(Person person) {
        return person.page().locator(".vv-room");
    }
}
