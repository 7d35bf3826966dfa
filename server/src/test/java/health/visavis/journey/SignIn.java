package health.visavis.journey;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/// The sign-in provider's pages: a name and a password, and for staff a code from their authenticator, which the demo
/// shows on the
/// mailbox page.
final class SignIn {

    private static final Pattern PRINTED_PASSWORD = Pattern.compile("(?i)password[^:]*:?\\s+(\\S+)");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{3}) ?(\\d{3})\\b");

    private final Person person;
    private final Page page;
    private final Clinic clinic;

    SignIn(Person person, Clinic clinic) {
        this.person = person;
        this.page = person.page();
        this.clinic = clinic;
    }

    void as(String name) {
        person.opens("/");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(printedPassword());
        submit();
        if (page.locator("input[name=code]").count() > 0) {
            page.locator("input[name=code]").fill(codeOf(name));
            submit();
        }
        page.waitForURL(url -> url.startsWith(person.address().toString()));
    }

    private void submit() {
        page.locator("form:has(input[required]) button[type=submit]").click();
        page.waitForLoadState();
    }

    private String printedPassword() {
        var printed = PRINTED_PASSWORD.matcher(clinic.instance().printed());
        if (!printed.find()) {
            throw new AssertionError("The demo printed no password");
        }
        return printed.group(1);
    }

    private String codeOf(String name) {
        var mailbox = person.page().context().newPage();
        mailbox.navigate(person.address().resolve("/mailbox").toString());
        var text = mailbox.locator("[data-account=" + name + "]").innerText();
        mailbox.close();
        var code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("The mailbox page shows no code for " + name);
        }
        return code.group(1) + code.group(2);
    }
}
