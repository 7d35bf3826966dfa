package health.visavis.proof.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The browser for both sides of a measurement: the system's Chromium if there is one, with a made-up camera and
/// microphone.
public final class Chromium {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream");

    private Chromium() {}

    public static Browser launch(Playwright playwright) {
        return launch(playwright, program -> program);
    }

    /// @param elsewhere what runs in place of the browser's program, for a browser that is somewhere else
    public static Browser launch(Playwright playwright, UnaryOperator<Path> elsewhere, String... flags) {
        var options = new LaunchOptions()
                .setHeadless(true)
                .setArgs(Stream.concat(FLAGS.stream(), Stream.of(flags)).toList());
        options.setExecutablePath(
                elsewhere.apply(Stream.of("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
                        .map(name -> Path.of("/usr/bin", name))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseGet(() -> Path.of(playwright.chromium().executablePath()))));
        return playwright.chromium().launch(options);
    }

    /// Takes a page out of its call. Its context stays until the browser closes: closing one whose call has just ended
    /// was seen to hang. What was measured is measured: a page that does not go is left where it is.
    public static void leave(Page page) {
        try {
            page.navigate("about:blank", new Page.NavigateOptions().setTimeout(5_000));
        } catch (TimeoutError stays) {
            System.out.println("A page did not leave its visit within five seconds.");
        }
    }
}
