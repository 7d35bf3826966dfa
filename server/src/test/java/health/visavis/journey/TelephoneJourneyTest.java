package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import health.visavis.kernel.Requirement;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The telephone, when there is no screen or the screen fails; and the button for when something happens.
class TelephoneJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("COM-06")
    void whenVideoFailsTheTelephoneIsOfferedAndCarriesTheVisit() {
        try (var vendor = SimulatedVendor.open();
                var instance = stage.clinic()
                        .join(
                                "only-telephone",
                                Stream.concat(
                                                vendor.settings().stream(),
                                                Stream.of("visavis.visit.engines=" + SimulatedVendor.ENGINE
                                                        + ",telephone"))
                                        .toArray(String[]::new))) {
            vendor.fails("POST /rooms", 500);
            var patient = stage.signedIn("patient", instance.address());
            var doctor = stage.signedIn("doctor", instance.address());
            var appointment = Appointment.requestedBy(patient, Clinic.DOCTOR);
            Appointment.confirmedBy(doctor, appointment);
            var visit = new Visit(appointment);
            visit.isAwaitedBy(patient);
            visit.isBegunBy(doctor);
            var page = doctor.page();
            assertThat(page.locator(".vv-room")).hasAttribute("data-line", "telephone");

            page.locator(".vv-room__card [data-do=telephone]:visible").click();
            var dialog = page.locator("dialog[data-ref=telephone]");
            refusesAnEmergencyNumber(dialog);
            doctor.expects("422");
            types(dialog, "(202) 456-1414");
            var telephone = new Telephone(stage.stranger(), "+12024561414");
            telephone.isLeftToRing();
            assertThat(dialog.getByText("Nobody answered.")).isVisible();

            types(dialog, "(202) 456-1414");
            telephone.answers();
            assertThat(dialog.getByText("is on the phone")).isVisible();
            doctor.findsThePageSound();
            telephone.isPutDown();
            assertThat(dialog.getByText("They spoke.")).isVisible();
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                    .click();

            visit.isEndedBy(doctor);
            assertThat(page.getByText("The patient was called by phone. They spoke."))
                    .isVisible();
            assertThat(page.getByText("The patient was called by phone. Nobody answered."))
                    .isVisible();
        }
    }

    @Test
    void aPatientWithoutAScreenWaitsByTelephoneLikeEverybodyElse() {
        var patient = stage.patient();
        var doctor = stage.doctor();
        var visit = confirmed(patient, doctor);
        var page = patient.opens(visit.path("telephone")).findsThePageSound().page();
        page.locator("#number").fill("+1 202 456 1515");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("I want to be called by phone"))
                .click();
        page.getByText("This visit is by phone").waitFor();
        patient.findsThePageSound();
        page.navigate("about:blank");

        doctor.opens("/waiting-room").findsThePageSound();
        assertThat(doctor.page()
                        .getByText("By phone", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        var telephone = new Telephone(stage.stranger(), "+12024561515");
        telephone.callsTheClinic();
        begins(visit, doctor);
        assertThat(doctor.page().locator(".vv-room")).hasAttribute("data-line", "telephone");
        assertThat(doctor.page().locator("[data-ref=phoneFact]")).isVisible();
        telephone.isPutDown();
        assertThat(doctor.page().locator("[data-ref=phoneFact]")).isHidden();
        visit.isEndedBy(doctor);
        assertThat(doctor.page().getByText("The patient called by phone. They spoke."))
                .isVisible();
    }

    @Test
    void inAnEmergencyTheClinicianSeesWhereThePatientIsAndWhatToDo() {
        var patient = stage.patient();
        var doctor = stage.doctor();
        var visit = confirmed(patient, doctor);
        saysWhereTheyAre(patient, visit);
        visit.isAwaitedBy(patient);
        visit.isBegunBy(doctor);
        new Meeting(patient, doctor, visit).bothSeeEachOther();

        var page = doctor.page();
        page.locator("button[data-do=emergency]:visible").click();
        var dialog = page.locator("dialog[data-ref=emergency]");
        assertThat(dialog.getByText("12 Elm Street")).isHidden();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Yes, this is an emergency"))
                .click();

        assertThat(dialog.getByText("12 Elm Street, Albany, New York")).isVisible();
        assertThat(dialog.locator("a[href='tel:2024561616']")).isVisible();
        assertThat(dialog.locator("a[href='tel:911']")).isVisible();
        doctor.findsThePageSound();
        var notice = patient.page().locator("[data-ref=emergencyRaised]");
        assertThat(notice).isVisible();
        notice.locator("[data-do=emergency]").click();
        assertThat(patient.page().locator("dialog[data-ref=emergency]").getByText("ask somebody near you"))
                .isVisible();
        patient.findsThePageSound();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        visit.isEndedBy(doctor);
        assertThat(page.getByText("The emergency button was pressed.")).isVisible();
    }

    private static void saysWhereTheyAre(Person patient, Visit visit) {
        var page = patient.opens(visit.path("place")).findsThePageSound().page();
        page.locator("#address").fill("12 Elm Street, Albany");
        page.locator("#state").fill("New York");
        page.locator("#contact").fill("Jo Example");
        page.locator("#phone").fill("202 456 1616");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Confirm"))
                .click();
        page.waitForURL(Pattern.compile(".*/(waiting-room|device-check)"));
    }

    private static void begins(Visit visit, Person doctor) {
        var page = doctor.opens(visit.path("call")).page();
        page.locator(".vv-room__card [data-do=telephone]:visible").click();
        page.locator("dialog[data-ref=telephone]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take the call"))
                .click();
    }

    private static void refusesAnEmergencyNumber(Locator dialog) {
        types(dialog, "911");
        assertThat(dialog.getByText("We cannot call an emergency number for you"))
                .isVisible();
    }

    private static void types(Locator dialog, String number) {
        dialog.locator("#number").fill(number);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Call this number"))
                .click();
    }

    private static Visit confirmed(Person patient, Person doctor) {
        var appointment = Appointment.requestedBy(patient, Clinic.DOCTOR);
        Appointment.confirmedBy(doctor, appointment);
        return new Visit(appointment);
    }
}
