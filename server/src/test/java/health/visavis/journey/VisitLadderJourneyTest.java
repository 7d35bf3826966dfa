package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import health.visavis.kernel.Requirement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Engines fail under a visit, and the visit goes on.
class VisitLadderJourneyTest {

    private static final double PATIENCE = 60_000;

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("APP-21")
    void aServiceThatFailsBeforehandIsNotEvenNoticed() {
        try (var service = SimulatedVendor.open();
                var instance =
                        stage.clinic().join("broken-service", service.settings().toArray(String[]::new))) {
            service.fails("POST /rooms", 500);

            var meeting = Meeting.of(
                    stage.signedIn("patient", instance.address()), stage.signedIn("doctor", instance.address()));

            assertThat(room(meeting.patient())).hasAttribute("data-client", "direct");
            assertThat(meeting.doctor().page().getByText("Simulation")).isHidden();
            meeting.visit().isEndedBy(meeting.doctor());
        }
    }

    @Test
    void aServiceThatIsLostInTheCallIsReplacedAndSeatMessagesTypingAndTimeStay() {
        Relay.assumeInstalled();
        try (var service = SimulatedVendor.open();
                var relay = Relay.start();
                var instance = stage.clinic().join("lost-service", all(service, relay))) {
            var meeting = Meeting.of(
                    stage.signedIn("patient", instance.address()), stage.signedIn("doctor", instance.address()));
            assertThat(room(meeting.patient())).hasAttribute("data-client", "simulated");
            assertThat(meeting.patient().page().getByText("Simulation: this call"))
                    .isVisible();
            assertThat(meeting.doctor().page().getByText("Simulation: this call"))
                    .isVisible();
            var chat = new Chat(meeting.patient());
            chat.opens();
            chat.writes("Still here?");
            var startedAt = timer(meeting.doctor()).innerText();
            var words = new Words(meeting.patient());
            words.opens();
            words.types("Can you");
            new Words(meeting.doctor()).reads("Can you");

            relay.dies();

            for (var person : new Person[] {meeting.patient(), meeting.doctor()}) {
                assertThat(room(person))
                        .hasAttribute("data-client", "direct", new HasAttributeOptions().setTimeout(PATIENCE));
            }
            meeting.bothSeeEachOther();
            assertThat(meeting.doctor().page().getByText("Simulation: this call"))
                    .isHidden();
            chat.reads("Still here?");
            words.types(" still read me?");
            new Words(meeting.doctor()).reads("Can you still read me?");
            assertThat(seconds(timer(meeting.doctor()).innerText())).isGreaterThan(seconds(startedAt));
            assertThat(meeting.doctor()
                            .page()
                            .locator(".vv-room__tiles > .vv-tile")
                            .count())
                    .as("people whom the doctor sees")
                    .isEqualTo(1);
            meeting.visit().isEndedBy(meeting.doctor());
        }
    }

    private static String[] all(SimulatedVendor service, Relay relay) {
        return Stream.concat(service.settings().stream(), Stream.of(relay.settingsOfSimulation(SimulatedVendor.ENGINE)))
                .toArray(String[]::new);
    }

    private static Locator room(Person person) {
        return person.page().locator(".vv-room");
    }

    private static Locator timer(Person person) {
        return person.page().locator("[data-ref=timer]");
    }

    private static int seconds(String timer) {
        var parts = timer.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
}
