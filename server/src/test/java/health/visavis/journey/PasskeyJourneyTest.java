package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A device that asks for a finger, as Chromium plays it, signs in instead of a password.
class PasskeyJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    void aPatientAddsAPasskeyAndSignsInWithIt() {
        var patient = stage.patientOfTheDay();
        var page = patient.page();
        hasAFingerprintReader(page);

        patient.opens("/settings");
        page.locator("a[href$='/account']").click();
        page.locator("[data-passkey=add]").click();
        page.locator("form[action='/account/passkeys/removal']").waitFor();
        patient.findsThePageSound();

        patient.opens("/").signsOut();
        page.navigate(stage.clinic().address() + "/oauth2/authorization/visavis");
        page.locator("[data-passkey=sign-in]").click();
        page.waitForURL(stage.clinic().address() + "/**");

        patient.opens("/settings/sessions");
        assertThat(page.locator("h1")).hasText("Where you are signed in");
        assertThat(page.getByText("This device")).isVisible();
    }

    private static void hasAFingerprintReader(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var reader = new JsonObject();
        reader.addProperty("protocol", "ctap2");
        reader.addProperty("transport", "internal");
        reader.addProperty("hasResidentKey", true);
        reader.addProperty("hasUserVerification", true);
        reader.addProperty("isUserVerified", true);
        reader.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", reader);
        devtools.send("WebAuthn.addVirtualAuthenticator", wanted);
    }
}
