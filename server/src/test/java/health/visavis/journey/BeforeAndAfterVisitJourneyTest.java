package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import health.visavis.people.PeopleFixtures;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What surrounds a visit: the letter that leads into it, the check that tells the clinic, the browser that cannot, and
/// what is said and known afterwards.
class BeforeAndAfterVisitJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void theLinkOfALetterLeadsThroughTheSignInIntoTheWaitingRoom() {
        var appointment = Appointment.requestedBy(stage.patient(), stage.doctorsName());
        Appointment.confirmedBy(stage.doctor(), appointment);
        var links = linksOfLettersAbout(appointment);
        assertThat(links).isNotEmpty();

        var patient = stage.stranger();
        patient.page().navigate(links.getFirst());
        new SignIn(patient, stage.clinic()).continuesAs("patient");
        assertThat(URI.create(patient.page().url()).getPath())
                .isEqualTo(URI.create(links.getFirst()).getPath());
        patient.page().locator("a[href$='/device-check']").first().click();
        patient.page().waitForURL(Pattern.compile(".*/(device-check|waiting-room)"));
        new Visit(appointment).isAwaitedBy(patient);
    }

    @Test
    void aPageInsideAnAppSaysWhereToOpenTheVisitAndCopiesItsLink() {
        var stranger = stage.stranger();
        var link = new Visit(UUID.randomUUID()).path("device-check");
        stranger.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        stranger.page().setExtraHTTPHeaders(Map.of("User-Agent", Tour.AN_APP));

        var page = stranger.opens(link).findsThePageSound().page();
        assertThat(page.innerText("main")).contains("Please open this page in Chrome", "Instagram", "555");
        page.locator("[data-copy]").click();
        page.getByText("The link is copied").waitFor();
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(stranger.address().resolve(link).toString());
        assertThat(page.locator("#link").inputValue())
                .isEqualTo(stranger.address().resolve(link).toString());
    }

    @Test
    void aCameraThatDoesNotWorkIsToldToTheClinicBeforeTheVisit() {
        var patient = stage.patient();
        var appointment = Appointment.requestedBy(patient, stage.doctorsName());
        Appointment.confirmedBy(stage.doctor(), appointment);
        patient.page().addInitScript("""
                navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotReadableError'));
                """);

        var page = patient.opens(new Visit(appointment).path("device-check") + "?again=true")
                .page();
        page.locator("[data-ref=camera][data-verdict=bad]").waitFor();
        page.locator("[data-ref=network][data-verdict=good]").waitFor();
        page.getByText("The result is saved").waitFor();
        patient.findsThePageSound();

        var agenda = stage.doctor().opens("/appointments/" + appointment).page();
        var start = Instant.parse(agenda.locator("time").first().getAttribute("datetime"));
        agenda.navigate(stage.clinic()
                .address()
                .resolve("/agenda?day=" + LocalDate.ofInstant(start, PeopleFixtures.NEW_YORK))
                .toString());
        assertThat(agenda.innerText("main")).contains("Their camera did not work", "Their microphone did not work");
    }

    @Test
    void afterTheVisitBothSayHowItWasAndTheCallIsOnRecord() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        meeting.visit().isEndedBy(meeting.doctor());

        var doctor = meeting.doctor().page();
        doctor.locator("button[name=connection][value=GOOD]").click();
        doctor.getByText("Your answer is saved").waitFor();
        var patient = meeting.patient().page();
        patient.getByText("The visit is over").first().waitFor();
        patient.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Answer"))
                .click();
        meeting.patient().findsThePageSound();
        patient.getByLabel("With some trouble").check();
        patient.getByLabel("Yes").check();
        patient.getByRole(AriaRole.TEXTBOX).fill("The sound was late at times.");
        patient.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send"))
                .click();
        patient.getByText("Your answer is saved").waitFor();

        var admin = stage.admin();
        var record = "a[href='" + meeting.visit().path("quality") + "']";
        Awaitility.await("the record of the call")
                .pollInSameThread()
                .until(() -> admin.opens("/calls").page().locator(record).count() > 0);
        admin.page().locator(record).first().click();
        admin.page().waitForURL(Pattern.compile(".*/quality"));
        admin.findsThePageSound();
        admin.opens("/surveys").findsThePageSound();
        assertThat(admin.page().innerText("main")).contains("With some trouble");
    }

    @SuppressWarnings("unchecked")
    private List<String> linksOfLettersAbout(UUID appointment) {
        var mailbox = stage.stranger();
        var letters = "a[href*='/" + appointment + "']";
        Awaitility.await("the letter of the confirmation")
                .pollInSameThread()
                .until(() -> mailbox.opens("/mailbox").page().locator(letters).count() > 0);
        return (List<String>) mailbox.page()
                .locator(letters)
                .evaluateAll(
                        "links => links.filter((link) => !link.href.includes('/mailbox/')).map((link) => link.href)");
    }
}
