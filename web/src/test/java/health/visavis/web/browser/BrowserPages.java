package health.visavis.web.browser;

import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The way to another browser, for every reason and machine.
public final class BrowserPages {

    private static final URI LINK = URI.create("https://clinic.example/visits/7/device-check");

    private BrowserPages() {}

    public static Map<String, String> all(Language language) {
        var stranger = TestShell.of(language);
        var pages = new LinkedHashMap<String, String>();
        for (var platform : Platform.values()) {
            for (var verdict : List.of(
                    new Verdict.InsideAnApp(platform, "Instagram"),
                    new Verdict.InsideAnApp(platform, null),
                    new Verdict.TooOld(platform),
                    new Verdict.LacksCalls(platform))) {
                var view = OtherBrowserView.of(verdict, LINK);
                pages.put(
                        "browser-" + view.reason() + "-" + view.platform() + (view.app() == null ? "" : "-named"),
                        stranger.render(Page.of("browser/other", view)));
            }
        }
        return pages;
    }
}
