package health.visavis.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import health.visavis.kernel.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Walks every page and state: in tests to find each sound and light, for `./visavis screens` to take its
/// picture in both languages, at 1280 and 320 pixels, light and dark.
class EveryPageJourneyTest {

    private static final String FOLDER = "visavis.screens";
    private static final String ONLY = "visavis.screens.only";
    private static final List<Integer> WIDTHS = List.of(1280, 320);
    private static final int TALLEST = 8_000;

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    /// On an instance of its own, so that what it has drawn is what the tour visited; the sign-in provider runs in
    /// the first one.
    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    @Requirement({"APP-14", "APP-19"})
    void everyPageIsAccessibleFitsAPhoneAndIsLight() {
        try (var instance = instance()) {
            var soft = new SoftAssertions();
            var tour = new Tour(stage, instance.address());
            var who = "";
            for (var stop : tour.stops()) {
                who = comesAfter(who, stop);
                soft.assertThat(whatIsWrongAt(() -> isSoundAndLight(stop, instance)))
                        .as("%s of %s", stop.name(), stop.who())
                        .isEmpty();
                tour.rests();
            }
            var pages = PageTemplates.all();
            var drawn = new TreeSet<>(instance.loaded(pages));
            drawn.addAll(stage.clinic().instance().loaded(PageTemplates.ofSignIn()));
            soft.assertThat(drawn)
                    .as("templates of pages that the tour visits")
                    .containsExactlyInAnyOrderElementsOf(pages);
            soft.assertAll();
        }
    }

    /// One stop that cannot be looked at does not keep the others from being seen.
    private static String whatIsWrongAt(Runnable look) {
        try {
            look.run();
            return "";
        } catch (AssertionError | RuntimeException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    private void isSoundAndLight(Stop stop, Instance instance) {
        var person = person(stop, instance, JourneyStage.options());
        try {
            person.opens(stop.path());
            if (!isOfTheCall(stop)) {
                person.findsThePageLight();
            }
            stop.deed().accept(person);
            person.findsThePageSound().findsNothingForACache();
        } finally {
            forgive(person, stop);
            person.leave();
        }
        person.sawNothingWrong();
    }

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void everyPageHasItsPictures() {
        var folder = System.getProperty(FOLDER);
        assumeTrue(folder != null, "only for ./visavis screens");
        try (var instance = instance()) {
            var tour = new Tour(stage, instance.address());
            var wanted = Pattern.compile(System.getProperty(ONLY, "")).asPredicate();
            var stops = tour.stops().stream()
                    .filter(stop -> wanted.test(name(stop)))
                    .toList();
            var soft = new SoftAssertions();
            for (var language : List.of("en", "es")) {
                stops.stream().map(Stop::who).distinct().forEach(who -> speak(who, language));
                var who = "";
                for (var stop : stops) {
                    who = comesAfter(who, stop);
                    soft.assertThat(whatIsWrongAt(() -> pictures(stop, instance, language, Path.of(folder))))
                            .as("%s of %s in %s", stop.name(), stop.who(), language)
                            .isEmpty();
                    tour.rests();
                }
            }
            stops.stream().map(Stop::who).distinct().forEach(who -> speak(who, "en"));
            soft.assertAll();
        }
    }

    /// One visit to the page, four pictures of it.
    private void pictures(Stop stop, Instance instance, String language, Path folder) {
        var locale = language.equals("es") ? "es-US" : "en-US";
        var person = person(stop, instance, JourneyStage.options().setLocale(locale));
        try {
            person.opens(stop.path());
            stop.deed().accept(person);
            for (int width : WIDTHS) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    picture(person.page(), width, scheme, folder.resolve(file(stop, language, width, scheme)));
                }
            }
        } finally {
            forgive(person, stop);
            person.leave();
        }
        person.sawNothingWrong();
    }

    private static void picture(Page page, int width, ColorScheme scheme, Path file) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, width == 320 ? 640 : 900);
        var height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(width, Math.min(Math.max(height, page.viewportSize().height), TALLEST));
        page.waitForTimeout(100);
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    private Instance instance() {
        return stage.clinic().join("toured-instance", "visavis.local.lan=true");
    }

    private static boolean isOfTheCall(Stop stop) {
        return stop.path().startsWith("/visits/");
    }

    private Person person(Stop stop, Instance instance, NewContextOptions options) {
        return stop.who().equals(Tour.STRANGER)
                ? stage.arrives(stop.who(), instance.address(), options)
                : stage.signedIn(stop.who(), instance.address(), options);
    }

    /// Whoever's turn it is signs in anew where the session of before has lain still, on a slow machine for too long.
    private String comesAfter(String before, Stop stop) {
        if (!stop.who().equals(before) && signsIn(stop.who())) {
            stage.forgetsWhoSignedInLongAgo(stop.who());
        }
        return stop.who();
    }

    private static boolean signsIn(String who) {
        return !who.equals(Tour.STRANGER) && !who.startsWith(Tour.GUEST);
    }

    /// Strangers choose by their browser, people by their settings.
    private void speak(String who, String language) {
        if (!signsIn(who)) {
            return;
        }
        stage.forgetsWhoSignedInLongAgo(who);
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

    private static String file(Stop stop, String language, int width, ColorScheme scheme) {
        return "%s-%s-%d-%s.png"
                .formatted(name(stop), language, width, scheme.name().toLowerCase(Locale.ROOT));
    }

    private static String name(Stop stop) {
        return stop.who() + "-" + stop.name();
    }
}
