package health.visavis.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import health.visavis.kernel.InstalledChromium;
import java.util.List;

/// The browser of all people of a journey: the system's Chromium if there is one, else the driver's own.
/// Playwright belongs to the thread that made it, so a journey runs in one thread.
public final class Chromium {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Every window would make pages of its own for the suggestions of an address bar that nobody sees.
            "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
            // Without windows there is nobody in the browser who answers what it asks, and the page goes down with it.
            "--disable-blink-features=OnDeviceWebSpeechAvailable",
            "--use-fake-ui-for-media-stream",
            // Five frames a second: five people who all see each other take what two processors have.
            "--use-fake-device-for-media-stream=device-count=3,fps=5",
            "--use-file-for-fake-audio-capture=" + Voice.file());

    private final Browser browser;

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    public static Chromium open() {
        var playwright = Playwright.create();
        var options = new LaunchOptions().setHeadless(true).setArgs(FLAGS);
        InstalledChromium.path().ifPresent(options::setExecutablePath);
        return new Chromium(playwright.chromium().launch(options));
    }

    public Browser browser() {
        return browser;
    }
}
