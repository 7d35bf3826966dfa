package health.visavis.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import health.visavis.kernel.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Walks every page and state: in tests to find each sound and light, for `./visavis screens` to take its
/// picture in both languages, at 1280 and 320 pixels, light and dark.
class EveryPageJourneyTest {

    private static final String FOLDER = "visavis.screens";
    private static final List<String> CALL_PAGES = List.of("waiting-room", "visit-patient-waits", "device-check");

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("APP-19")
    void everyPageIsAccessibleFitsAPhoneAndIsLight() {
        var soft = new SoftAssertions();
        for (var stop : Tour.after(stage)) {
            soft.check(() -> isSoundAndLight(stop));
        }
        soft.assertAll();
    }

    private void isSoundAndLight(Stop stop) {
        var person = person(stop, JourneyStage.options());
        try {
            person.opens(stop.path());
            if (!CALL_PAGES.contains(stop.name())) {
                person.findsThePageLight();
            }
            person.findsThePageSound();
        } finally {
            forgive(person, stop);
            person.leave();
        }
        person.sawNothingWrong();
    }

    @Test
    void everyPageHasItsPictures() {
        var folder = System.getProperty(FOLDER);
        assumeTrue(folder != null, "only for ./visavis screens");
        var stops = Tour.after(stage);
        for (var language : List.of("en", "es")) {
            stops.stream().map(Stop::who).distinct().forEach(who -> speak(who, language));
            for (var width : List.of(1280, 320)) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (var stop : stops) {
                        picture(
                                stop,
                                options(language, width, scheme),
                                Path.of(folder, file(stop, language, width, scheme)));
                    }
                }
            }
        }
    }

    private void picture(Stop stop, NewContextOptions options, Path file) {
        var person = person(stop, options);
        person.opens(stop.path()).page().waitForTimeout(150);
        person.page().screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
        forgive(person, stop);
        person.sawNothingWrong();
        person.leave();
    }

    private Person person(Stop stop, NewContextOptions options) {
        return stop.who().equals(Tour.STRANGER)
                ? stage.arrives(stop.who(), stage.clinic().address(), options)
                : stage.signedIn(stop.who(), stage.clinic().address(), options);
    }

    /// Strangers choose by their browser, people by their settings.
    private void speak(String who, String language) {
        if (who.equals(Tour.STRANGER)) {
            return;
        }
        var person = stage.signedIn(who, stage.clinic().address());
        var page = person.opens("/settings").page();
        page.locator("input[name=language][value=" + language + "]")
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        page.locator("form[action='/settings'] button[type=submit]").click();
        page.waitForLoadState();
        person.leave();
    }

    private static void forgive(Person person, Stop stop) {
        if (stop.answer() >= 400) {
            person.expects("status of " + stop.answer());
        }
    }

    private static NewContextOptions options(String language, int width, ColorScheme scheme) {
        return JourneyStage.options()
                .setLocale(language.equals("es") ? "es-US" : "en-US")
                .setViewportSize(width, width == 320 ? 640 : 900)
                .setColorScheme(scheme);
    }

    private static String file(Stop stop, String language, int width, ColorScheme scheme) {
        return List.of(
                                stop.who(),
                                stop.name(),
                                language,
                                Integer.toString(width),
                                scheme.name().toLowerCase(java.util.Locale.ROOT))
                        .stream()
                        .collect(Collectors.joining("-"))
                + ".png";
    }
}
