package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What may happen in the middle of a visit, and what it runs on, without the two losing each other.
class VisitGoesOnJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void aReloadedPageTakesItsOwnSeatAgain() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());

        meeting.patient().page().reload();

        meeting.bothSeeEachOther();
        assertThat(meeting.doctor().page().locator(".vv-room__tiles > .vv-tile").count())
                .as("people whom the doctor sees")
                .isEqualTo(1);
        meeting.visit().isEndedBy(meeting.doctor());
    }

    @Test
    @Requirement("APP-20")
    void patientAndDoctorMayBeOnDifferentInstances() {
        try (var second = stage.clinic().join("second-instance")) {
            var patient = stage.patient();
            var meeting = Meeting.of(patient, stage.signedIn("doctor", second.address()));

            var patientsChat = new Chat(patient);
            patientsChat.opens();
            patientsChat.writes("Hello across instances");
            var doctorsChat = new Chat(meeting.doctor());
            doctorsChat.opens();
            doctorsChat.reads("Hello across instances");
            meeting.visit().isEndedBy(meeting.doctor());
        }
    }

    @Test
    void mediaMayGoThroughARelayOnly() {
        Relay.assumeInstalled();
        try (var relay = Relay.start();
                var relayed = stage.clinic().join("relayed-instance", relay.settings())) {
            var patient = stage.signedIn("patient", relayed.address());
            var meeting = Meeting.of(patient, stage.signedIn("doctor", relayed.address()));

            var facts = new Call(patient).facts();
            assertThat(facts.localCandidate()).isEqualTo("relay");
            assertThat(facts.remoteCandidate()).isEqualTo("relay");
            assertThat(facts.dtls()).isEqualTo("connected");
            meeting.visit().isEndedBy(meeting.doctor());
        }
    }
}
