package health.visavis.journey;

import com.microsoft.playwright.Page;
import health.visavis.local.signin.domain.OneTimeCode;
import java.time.Instant;

/// The sign-in provider's pages: a name and a password, and for staff a code from their authenticator.
final class SignIn {

    private final Person person;
    private final Page page;
    private final Clinic clinic;

    SignIn(Person person, Clinic clinic) {
        this.person = person;
        this.page = person.page();
        this.clinic = clinic;
    }

    void as(String name) {
        person.opens("/oauth2/authorization/visavis");
        continuesAs(name);
    }

    /// From the provider's first page, wherever the person came from.
    void continuesAs(String name) {
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(clinic.secret("accounts.password"));
        submit();
        if (page.locator("input[name=code]").count() > 0) {
            var secret = java.util.HexFormat.of().parseHex(clinic.secret("account-" + name + ".code"));
            page.locator("input[name=code]").fill(OneTimeCode.STANDARD.at(secret, OneTimeCode.stepAt(Instant.now())));
            submit();
        }
        page.waitForURL(url -> url.startsWith(person.address().toString()));
    }

    private void submit() {
        page.locator("form:has(input[required]) button[type=submit]").click();
        page.waitForLoadState();
    }
}
