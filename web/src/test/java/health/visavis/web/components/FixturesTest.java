package health.visavis.web.components;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Role;
import health.visavis.web.audit.TrailPages;
import health.visavis.web.breakglass.BreakGlassPages;
import health.visavis.web.browser.BrowserPages;
import health.visavis.web.chart.ChartPages;
import health.visavis.web.consent.ConsentPages;
import health.visavis.web.emergency.EmergencyPages;
import health.visavis.web.home.HomePages;
import health.visavis.web.i18n.Language;
import health.visavis.web.imports.ImportPages;
import health.visavis.web.insight.InsightPages;
import health.visavis.web.keys.KeysPages;
import health.visavis.web.layout.TestShell;
import health.visavis.web.layout.Theme;
import health.visavis.web.messaging.MessagesPages;
import health.visavis.web.people.PeoplePages;
import health.visavis.web.proxy.ProxyPageFixtures;
import health.visavis.web.scheduling.SchedulingPages;
import health.visavis.web.telephone.TelephonePages;
import health.visavis.web.visit.VisitPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// Draws everything, checks what a machine can check in words, and leaves the pages in `target/fixtures` for
/// eyes and other tests.
class FixturesTest {

    private static final Path FOLDER = Path.of("target", "fixtures");

    @Test
    void everyComponentDrawsInEveryStateWithoutInlineStyleOrScript() throws IOException {
        for (var language : Language.values()) {
            var shell = TestShell.of(language).signedInAs(Role.DOCTOR);
            for (var page : Fixtures.pages(shell).entrySet()) {
                assertPolicy(page.getKey(), page.getValue());
                keep("component-" + page.getKey(), language, page.getValue());
            }
        }
    }

    @Test
    void everyPageOfOursDrawsInEveryLanguage() throws IOException {
        for (var language : Language.values()) {
            var pages = new LinkedHashMap<>(HomePages.all(language));
            pages.putAll(MessagesPages.all(language));
            pages.putAll(ChartPages.all(language));
            pages.putAll(ImportPages.all(language));
            pages.putAll(PeoplePages.all(language));
            pages.putAll(KeysPages.all(language));
            pages.putAll(BreakGlassPages.all(language));
            pages.putAll(ConsentPages.all(language));
            pages.putAll(ProxyPageFixtures.all(language));
            pages.putAll(SchedulingPages.all(language));
            pages.putAll(VisitPages.all(language));
            pages.putAll(TelephonePages.all(language));
            pages.putAll(EmergencyPages.all(language));
            pages.putAll(InsightPages.all(language));
            pages.putAll(TrailPages.all(language));
            pages.putAll(BrowserPages.all(language));
            for (var page : pages.entrySet()) {
                assertPolicy(page.getKey(), page.getValue());
                keep(page.getKey(), language, page.getValue());
            }
        }
    }

    @Test
    void aChosenThemeIsOnThePage() {
        var dark = TestShell.of(Language.ENGLISH).in(Theme.DARK);

        assertThat(Fixtures.pages(dark).get("button")).contains("data-theme=\"dark\"");
        assertThat(Fixtures.pages(Fixtures.english()).get("button")).doesNotContain("data-theme");
    }

    /// A link may lead elsewhere, such as to where people change how they sign in; nothing comes from there.
    private static void assertPolicy(String name, String html) {
        assertThat(html)
                .as(name)
                .doesNotContainPattern("\\sstyle=\"")
                .doesNotContainPattern("\\son[a-z]+=\"")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("<(?!a\\s)[^>]*\\s(src|href)=\"(https?:)?//");
    }

    private static void keep(String name, Language language, String html) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + "." + language.code() + ".html"), html);
    }
}
