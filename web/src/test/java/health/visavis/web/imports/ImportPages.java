package health.visavis.web.imports;

import health.visavis.access.Role;
import health.visavis.chart.ImportRun.Rejection;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The page of imports in its states.
public final class ImportPages {

    private ImportPages() {}

    public static Map<String, String> all(Language language) {
        var admin = TestShell.of(language).signedInAs(Role.ADMIN).at("/imports");
        var pages = new LinkedHashMap<String, String>();
        pages.put("imports", admin.render(Page.of("imports/list", new ImportsView(runs(), true))));
        pages.put("imports-none", admin.render(Page.of("imports/list", new ImportsView(List.of(), false))));
        return pages;
    }

    private static List<ImportsView.Run> runs() {
        var rejections = List.of(
                new Rejection("file 3 (…196b6069.json)", 411, "Condition", "Condition.code is missing"),
                new Rejection("file 4 (….json)", 12, "", "not well-formed JSON"));
        return List.of(
                run("waiting", "info", List.of()),
                run("running", "info", List.of()),
                run("lost", "danger", List.of()),
                run("failed", "danger", List.of()),
                run("finished", "success", rejections));
    }

    private static ImportsView.Run run(String state, String kind, List<Rejection> rejections) {
        var counts = new LinkedHashMap<String, String>();
        List.of("Read", "Created", "Updated", "Unchanged", "Rejected", "Unaccounted for")
                .forEach(name -> counts.put(name, "12"));
        return new ImportsView.Run(
                state,
                "22 files",
                state.equals("failed") ? "Ada Example" : "",
                TestShell.NOW.minus(Duration.ofHours(2)),
                state.equals("finished") ? "42 seconds" : null,
                state,
                kind,
                30,
                100,
                counts,
                rejections,
                0,
                rejections.isEmpty() ? Map.of() : Map.of("DiagnosticReport", "1,204"),
                rejections.isEmpty() ? Map.of() : Map.of("Treatment for substance use (42 CFR Part 2)", "12"));
    }
}
