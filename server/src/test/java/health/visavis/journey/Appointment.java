package health.visavis.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;

/// Pages of booking as people use them: by what the buttons say.
final class Appointment {

    private static final Pattern PATH = Pattern.compile(".*/appointments/([0-9a-f-]{36}).*");

    private Appointment() {}

    /// The patient asks for the first free time of the demo's doctor.
    static UUID requestedBy(Person patient, String clinician) {
        return requestedBy(patient, clinician, "A cough since Monday");
    }

    static UUID requestedBy(Person patient, String clinician, String reason) {
        var page = patient.opens("/appointments/new").page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(clinician)).click();
        page.waitForURL(Pattern.compile(".*clinician=.*"));
        firstFreeTime(page).check(new Locator.CheckOptions().setForce(true));
        sends(page);
        page.waitForURL(Pattern.compile(".*start=.*"));
        page.getByRole(AriaRole.TEXTBOX).first().fill(reason);
        sends(page);
        page.waitForURL(PATH);
        return idOf(page);
    }

    static void confirmedBy(Person doctor, UUID appointment) {
        var page = doctor.opens("/agenda").page();
        page.navigate(doctor.address().resolve("/appointments/" + appointment).toString());
        page.locator("form[action$='/confirmation'] button[type=submit]").click();
        page.waitForURL(PATH);
    }

    static UUID idOf(Page page) {
        var path = PATH.matcher(page.url());
        if (!path.matches()) {
            throw new AssertionError("Not the page of an appointment: " + page.url());
        }
        return UUID.fromString(path.group(1));
    }

    private static Locator firstFreeTime(Page page) {
        return page.locator("input[name=start]").first();
    }

    private static void sends(Page page) {
        page.locator("main form:has(input[name=clinician]) button[type=submit]")
                .last()
                .click();
    }
}
