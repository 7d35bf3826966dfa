package health.visavis.web.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import health.visavis.access.Role;
import health.visavis.kernel.InstalledChromium;
import health.visavis.web.audit.TrailPages;
import health.visavis.web.breakglass.BreakGlassPages;
import health.visavis.web.browser.BrowserPages;
import health.visavis.web.chart.ChartPages;
import health.visavis.web.consent.ConsentPages;
import health.visavis.web.emergency.EmergencyPages;
import health.visavis.web.home.HomePages;
import health.visavis.web.i18n.Language;
import health.visavis.web.insight.InsightPages;
import health.visavis.web.keys.KeysPages;
import health.visavis.web.layout.TestShell;
import health.visavis.web.messaging.MessagesPages;
import health.visavis.web.people.PeoplePages;
import health.visavis.web.proxy.ProxyPageFixtures;
import health.visavis.web.scheduling.SchedulingPages;
import health.visavis.web.telephone.TelephonePages;
import health.visavis.web.visit.VisitPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// axe on every state of every component and every page of ours: by every rule narrow and dark in Spanish, and again
/// wide
/// and light in English by those rules that judge the look. The journeys look at the real pages by every rule.
@Execution(ExecutionMode.CONCURRENT)
class FixtureAccessibilityTest {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final Optional<Path> CHROMIUM = InstalledChromium.path();

    private static final List<String> OF_THE_LOOK =
            List.of("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size");

    /// Pages of these kinds differ in their words alone; one of each is looked at.
    private static final Set<String> ALIKE = Set.of("problem", "signin");

    @BeforeAll
    static void aBrowserAndTheFrontEndAreHere() {
        assumeTrue(Files.exists(Path.of("build", "static", "assets", "manifest.json")), "npm run build has not run");
        assumeTrue(CHROMIUM.isPresent(), "no Chromium on this machine");
    }

    @Test
    void wideAndLightInEnglish() throws IOException {
        assertThat(violations(Language.ENGLISH, 1280, ColorScheme.LIGHT, "rule", OF_THE_LOOK))
                .isEmpty();
    }

    @Test
    void narrowAndDarkInSpanish() throws IOException {
        assertThat(violations(Language.SPANISH, 320, ColorScheme.DARK, "tag", WCAG_22_AA))
                .isEmpty();
    }

    @Test
    void whoHasChosenNoTimeIsOfferedNoWayOn() throws IOException {
        var times = "scheduling-times-other-zone";
        try (var playwright = Playwright.create();
                var browser = launched(playwright);
                var site = new FixtureSite(
                        Map.of(times, SchedulingPages.looks(Language.ENGLISH).get(times)))) {
            var page = browser.newPage();
            page.navigate(site.address(times));
            var goOn = page.getByText("Continue");
            var first = page.getByText("Choose a time to go on.");
            assertThat(List.of(goOn.isVisible(), first.isVisible())).containsExactly(false, true);

            page.locator("input[name=start]").first().check(new Locator.CheckOptions().setForce(true));

            assertThat(List.of(goOn.isVisible(), first.isVisible())).containsExactly(true, false);
        }
    }

    private static List<String> violations(
            Language language, int width, ColorScheme scheme, String kind, List<String> rules) throws IOException {
        var pages = new LinkedHashMap<String, String>();
        pages.put("components", Fixtures.gallery(TestShell.of(language).signedInAs(Role.DOCTOR)));
        HomePages.all(language).forEach((name, html) -> {
            if (!ALIKE.contains(name.split("-")[0]) || name.endsWith("not-found") || name.endsWith("session-ended")) {
                pages.put(name, html);
            }
        });
        pages.putAll(SchedulingPages.looks(language));
        pages.putAll(PeoplePages.all(language));
        pages.putAll(KeysPages.all(language));
        pages.putAll(BreakGlassPages.all(language));
        pages.putAll(ConsentPages.all(language));
        pages.putAll(ChartPages.looks(language));
        pages.putAll(ProxyPageFixtures.all(language));
        pages.putAll(MessagesPages.looks(language));
        pages.putAll(VisitPages.all(language));
        pages.putAll(TelephonePages.all(language));
        pages.putAll(EmergencyPages.all(language));
        pages.putAll(InsightPages.all(language));
        pages.putAll(TrailPages.all(language));
        pages.putAll(BrowserPages.all(language));
        try (var playwright = Playwright.create();
                var browser = launched(playwright)) {
            return violations(pages, browser, width, scheme, by(kind, rules));
        }
    }

    private static Browser launched(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setArgs(List.of("--no-sandbox", "--disable-gpu"))
                        .setExecutablePath(CHROMIUM.orElseThrow()));
    }

    private static List<String> violations(
            Map<String, String> pages, Browser browser, int width, ColorScheme scheme, AxeRunOptions rules)
            throws IOException {
        var found = new ArrayList<String>();
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 700).setColorScheme(scheme);
        try (var site = new FixtureSite(pages);
                var context = browser.newContext(options)) {
            var page = context.newPage();
            for (var name : pages.keySet()) {
                page.navigate(site.address(name));
                if (page.locator(".vv-room").count() > 0) {
                    // Its script finds neither server nor camera here; it is judged as it stays, not on the way there.
                    page.waitForLoadState(LoadState.NETWORKIDLE);
                }
                found.addAll(violations(name, page, rules));
            }
        }
        return found;
    }

    /// Nothing is written about what passes.
    private static AxeRunOptions by(String kind, List<String> rules) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var only = new AxeRunOnlyOptions();
        only.setType(kind);
        only.setValues(rules);
        options.setRunOnly(only);
        return options;
    }

    private static List<String> violations(String name, Page page, AxeRunOptions rules) {
        var found = new ArrayList<String>();
        new AxeBuilder(page)
                .options(rules)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(name + ": " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml())
                                .limit(2)
                                .toList()));
        var overflow = (Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (overflow.intValue() > 0) {
            found.add(name + ": wider than the screen by " + overflow);
        }
        return found;
    }
}
