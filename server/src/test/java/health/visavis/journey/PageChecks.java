package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.List;
import java.util.Set;

/// What holds for every page, in every state.
final class PageChecks {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final int SMALL_PHONE = 320;
    private static final int HEAVIEST = 100 * 1024;

    private static final Set<String> PERSONAL = Set.of("document", "xhr", "fetch");

    private PageChecks() {}

    /// In the page itself: no page of ours has frames of another origin, for which axe would open a second one.
    static void accessible(Page page) {
        var violations = new AxeBuilder(page)
                .options(violationsOnly())
                .withTags(WCAG_22_AA)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream().map(PageChecks::sentence))
                .as("what axe says against %s", page.url())
                .isEmpty();
    }

    /// Every rule is looked at; nothing is written about what passes them.
    private static AxeRunOptions violationsOnly() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    static void fitsASmallPhone(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(SMALL_PHONE, 640);
        var width = (Number) page.evaluate("document.documentElement.scrollWidth");
        page.setViewportSize(before.width, before.height);
        assertThat(width.intValue())
                .as("width of %s on a screen of %d pixels", page.url(), SMALL_PHONE)
                .isLessThanOrEqualTo(SMALL_PHONE);
    }

    /// Everything the page needed, as it came over the wire.
    static void light(List<Request> loaded, String url) {
        var bytes = loaded.stream()
                .mapToInt(request -> request.sizes().responseBodySize)
                .sum();
        assertThat(bytes).as("bytes loaded for %s", url).isLessThan(HEAVIEST);
    }

    /// Whatever was asked for here, form answers included, no cache keeps; styles, scripts and pictures show
    /// nobody.
    static void keptByNobody(List<Request> loaded) {
        for (var request : loaded) {
            if (PERSONAL.contains(request.resourceType())
                    && !URI.create(request.url()).getPath().startsWith("/assets/")
                    && request.response() != null) {
                assertThat(request.response().headerValue("cache-control"))
                        .as("Cache-Control of %s", request.url())
                        .contains("no-store");
            }
        }
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
