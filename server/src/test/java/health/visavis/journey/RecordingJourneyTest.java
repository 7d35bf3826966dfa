package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import health.visavis.kernel.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A clinic that records: the question, the recording, the end of it, and what can be played afterwards.
class RecordingJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("APP-12")
    void aVisitIsRecordedByTheConsentOfBothAndPlayedByTheDoctor() {
        try (var clinic = stage.clinic().join("recording-instance", "visavis.recording.allowed=true")) {
            var patient = stage.signedIn("patient", clinic.address());
            var doctor = stage.signedIn("doctor", clinic.address());
            var meeting = Meeting.of(patient, doctor);

            asks(doctor);
            question(patient).waitFor();
            patient.findsThePageSound();
            answers(patient, "No, do not record");
            notice(doctor, "refused").waitFor();
            notice(patient, "refused").waitFor();

            asks(doctor);
            answers(patient, "Yes, record");
            notice(patient, "running").waitFor();
            notice(doctor, "running").waitFor();
            doctor.findsThePageSound();
            patient.findsThePageSound();
            partsAreStored(doctor, 2);
            press(patient, "withdrawRecording");
            notice(doctor, "stopped").waitFor();
            notice(patient, "stopped").waitFor();

            meeting.visit().isEndedBy(doctor);
            plays(doctor);
            assertThat(patient.page()
                            .navigate(patient.address()
                                    .resolve(meeting.visit().path("recordings"))
                                    .toString())
                            .status())
                    .as("the patient's answer")
                    .isEqualTo(403);
            patient.expects("403");
        }
    }

    @Test
    @Requirement("APP-12")
    void whereTheClinicDoesNotRecordThereIsNoButton() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());

        meeting.doctor().page().locator("button[popovertarget=room-more]").click();
        assertThat(meeting.doctor()
                        .page()
                        .locator("#room-more [data-do]:visible")
                        .count())
                .isPositive();
        assertThat(meeting.doctor().page().locator("[data-do=record]:visible").count())
                .isZero();
        meeting.doctor().page().keyboard().press("Escape");
        assertThat(meeting.doctor().page().locator("[data-module=call]").getAttribute("data-recording"))
                .isEqualTo("not-allowed");
        meeting.visit().isEndedBy(meeting.doctor());
    }

    private static void asks(Person doctor) {
        press(doctor, "record");
        question(doctor).waitFor();
        press(doctor, "askRecording");
    }

    private static void answers(Person patient, String answer) {
        question(patient).getByText(answer).click();
    }

    private static void press(Person person, String act) {
        new Call(person).presses(act);
    }

    private static Locator question(Person person) {
        return person.page().locator("dialog[data-recording-question][open]");
    }

    private static Locator notice(Person person, String name) {
        return person.page().locator("[data-recording-when=" + name + "]:visible");
    }

    private static void partsAreStored(Person doctor, int parts) {
        for (var part = 0; part < parts; part++) {
            doctor.page()
                    .waitForResponse(
                            response -> response.url().contains("/parts?") && response.status() == 201, () -> {});
        }
    }

    /// The player knows sound and picture of it, and it goes on.
    private static void plays(Person doctor) {
        doctor.page().getByText("Recordings of this visit").click();
        doctor.findsThePageSound();
        var player = doctor.page().locator("video").first();
        player.evaluate("video => { video.muted = true; return video.play(); }");
        doctor.page()
                .waitForFunction(
                        "() => { const video = document.querySelector('video'); return video.videoWidth > 0 &&"
                                + " video.currentTime > 0.5; }",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(60_000));
    }
}
