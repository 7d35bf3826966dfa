package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import health.visavis.files.Photos;
import java.nio.charset.StandardCharsets;

/// The conversation in the visit.
final class Chat {

    private final Page page;

    Chat(Person person) {
        this.page = person.page();
    }

    void opens() {
        page.locator("button[data-do=side]:visible").click();
        assertThat(field()).isInViewport();
    }

    void writes(String text) {
        field().fill(text);
        page.locator("[data-module=chat] form button[type=submit]:visible").click();
    }

    void sendsAText(String name, String content) {
        chooser().setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("[data-module=chat] form button[type=submit]:visible").click();
        reads(name);
    }

    /// A photo as a telephone takes it: upside down, with its place.
    void sendsAPhoto(String name, String words) {
        chooser().setInputFiles(new FilePayload(name, "image/jpeg", Photos.jpegFromCamera(640, 480, 3)));
        field().fill(words);
        page.locator("[data-module=chat] form button[type=submit]:visible").click();
        reads(words);
    }

    /// The preview is drawn, not only mentioned.
    void sees(String name) {
        var picture = page.locator("[data-module=chat] .vv-chat__picture img[alt='" + name + "']")
                .first();
        picture.scrollIntoViewIfNeeded();
        page.waitForCondition(
                () -> Boolean.TRUE.equals(picture.evaluate("image => image.complete && image.naturalWidth > 0")));
    }

    void isToldAbout(String name, byte[] content) {
        chooser().setInputFiles(new FilePayload(name, "application/octet-stream", content));
        page.locator("[data-module=chat] form button[type=submit]:visible").click();
        page.locator("[data-upload-error]:visible").waitFor();
    }

    private com.microsoft.playwright.Locator chooser() {
        return page.locator("[data-module=chat] input[type=file]:visible").first();
    }

    void reads(String text) {
        page.locator("[data-module=chat]").getByText(text).first().waitFor();
    }

    private com.microsoft.playwright.Locator field() {
        return page.locator("[data-module=chat] textarea:visible").first();
    }
}
