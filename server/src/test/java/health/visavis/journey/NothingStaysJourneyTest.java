package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a person leaves on a device that somebody else uses next.
class NothingStaysJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("APP-14")
    void nothingIsKeptOnTheDeviceDuringAVisitNorAfterSigningOut() {
        var patient = stage.patientOfTheDay();
        var device = new Device(patient);
        var meeting = Meeting.of(patient, stage.doctor());
        var chat = new Chat(patient);
        chat.opens();
        chat.writes("The cough is worse at night");
        chat.reads("The cough is worse at night");
        assertThat(device.keeps()).as("kept in the middle of a visit").isEmpty();

        meeting.visit().isEndedBy(meeting.doctor());
        for (var path : new String[] {"/messages", "/record", "/appointments"}) {
            patient.opens(path);
            assertThat(device.keeps()).as("kept at " + path).isEmpty();
        }
        var name = patient.page().locator(".vv-account__name").textContent().strip();
        patient.signsOut();

        assertThat(device.keeps()).as("kept after signing out").isEmpty();
        patient.page().goBack();
        assertThat(patient.page().content()).doesNotContain(name);
        patient.opens("/record").page().waitForURL(Pattern.compile(".*/sign-in.*"));
    }
}
