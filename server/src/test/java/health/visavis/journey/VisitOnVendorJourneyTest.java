package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Visits on Azure Communication Services, which is simulated: rooms, users and tokens are asked for as of Microsoft,
/// each request held to their definitions. Media is not simulated, so picture and sound go from browser to browser, and
/// the pages say so.
class VisitOnVendorJourneyTest {

    private static final double PATIENCE = 60_000;

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void aWholeVisitIsHeldThere() {
        try (var vendor = SimulatedVendor.open();
                var instance = stage.clinic().join("on-the-vendor", simulated(vendor))) {

            WholeVisit.of(stage.signedIn("patient", instance.address()), stage.signedIn("doctor", instance.address()));

            assertThat(vendor.askedWrongly()).isEmpty();
        }
    }

    @Test
    void aVendorThatDiesInTheMiddleOfAVisitDoesNotTakeItAlong() {
        Relay.assumeInstalled();
        try (var vendor = SimulatedVendor.open();
                var media = Relay.start();
                var instance = stage.clinic()
                        .join(
                                "vendor-dies",
                                all(vendor.settings(), List.of(media.settingsOfSimulation(SimulatedVendor.ENGINE))))) {
            var meeting = Meeting.of(
                    stage.signedIn("patient", instance.address()), stage.signedIn("doctor", instance.address()));
            assertThat(meeting.patient().page().locator(".vv-room")).hasAttribute("data-client", "simulated");

            vendor.dies();
            media.dies();

            for (var person : new Person[] {meeting.patient(), meeting.doctor()}) {
                assertThat(person.page().locator(".vv-room"))
                        .hasAttribute("data-client", "direct", new HasAttributeOptions().setTimeout(PATIENCE));
            }
            meeting.bothSeeEachOther();
            meeting.visit().isEndedBy(meeting.doctor());
        }
    }

    /// Microsoft's own calling SDK takes our token and asks for the room; it gets no further than its first request to
    /// Microsoft, which goes nowhere here, and the visit is held directly.
    @Test
    void microsoftsSdkTakesOurTokenAndTheVisitGoesOnWhereItCannotReachMicrosoft() {
        try (var vendor = SimulatedVendor.open();
                var instance = stage.clinic().join("real-sdk", vendor.settings().toArray(String[]::new))) {
            var patient = stage.signedIn("patient", instance.address());
            var doctor = stage.signedIn("doctor", instance.address());
            var asked = new ConcurrentSkipListSet<String>();
            for (var person : new Person[] {patient, doctor}) {
                person.page().route(url -> !url.contains("localhost"), route -> {
                    asked.add(route.request().url().replaceFirst("^https?://([^/?]+).*", "$1"));
                    route.abort();
                });
            }

            var appointment = Appointment.requestedBy(patient, Clinic.DOCTOR);
            Appointment.confirmedBy(doctor, appointment);
            var visit = new Visit(appointment);
            visit.isAwaitedBy(patient);
            visit.isBegunBy(doctor);

            for (var person : new Person[] {patient, doctor}) {
                assertThat(person.page().locator(".vv-room"))
                        .hasAttribute("data-client", "direct", new HasAttributeOptions().setTimeout(PATIENCE));
            }
            new Meeting(patient, doctor, visit).bothSeeEachOther();
            assertThat(asked)
                    .as("hosts that the SDK asked")
                    .anySatisfy(host -> assertThat(host).endsWith(".microsoft.com"));
            assertThat(Set.copyOf(asked))
                    .allSatisfy(host -> assertThat(host).matches(".*\\.(microsoft|skype|azure)\\.com"));
            visit.isEndedBy(doctor);
            for (var person : new Person[] {patient, doctor}) {
                person.expects("ERR_FAILED").expects("fetch").expects("failed to return a response");
                // What the SDK throws away when it gives up.
                person.expects("script: : webRtcSession cleanup").expects("script: : 1");
            }
        }
    }

    private static String[] simulated(SimulatedVendor vendor) {
        return all(vendor.settings(), List.of("visavis.visit.simulation.engines=" + SimulatedVendor.ENGINE));
    }

    private static String[] all(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toArray(String[]::new);
    }
}
