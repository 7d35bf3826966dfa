package health.visavis.web.imports;

import health.visavis.access.Actor;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun;
import health.visavis.chart.WatchImports;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Shell;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ImportsController {

    private final WatchImports watchImports;

    ImportsController(WatchImports watchImports) {
        this.watchImports = watchImports;
    }

    @GetMapping("/imports")
    Page imports(Actor actor, Shell shell) {
        return Page.of("imports/list", view(watchImports.recent(actor), shell));
    }

    /// What the open page asks for while something is under way. It is no look of its own and no activity: it
    /// leaves no row on the trail and does not keep the session alive.
    @GetMapping("/imports/progress")
    Page progress(Actor actor, Shell shell) {
        return Page.of("imports/runs", view(watchImports.update(actor), shell));
    }

    private static ImportsView view(List<ImportRun.Details> details, Shell shell) {
        var runs = details.stream().map(one -> draw(one, shell)).toList();
        var moving = details.stream().anyMatch(one -> one.run().isOpenAt(shell.now()));
        return new ImportsView(runs, moving);
    }

    private static ImportsView.Run draw(ImportRun.Details details, Shell shell) {
        var run = details.run();
        var progress = run.progress();
        var state = run.isLostAt(shell.now()) ? "lost" : run.state().name().toLowerCase(Locale.ROOT);
        var notTaken = new LinkedHashMap<String, String>();
        details.notTaken().forEach((type, count) -> notTaken.put(type, shell.number(count)));
        return new ImportsView.Run(
                run.id().toString(),
                label(run, shell),
                details.startedBy(),
                run.startedAt(),
                took(run, shell),
                state,
                kind(state),
                progress.bytesDone(),
                progress.bytes(),
                counts(progress, shell),
                details.rejections().stream()
                        .map(rejection -> RejectionWords.in(shell, rejection))
                        .toList(),
                progress.rejected() - details.rejections().size(),
                notTaken,
                labels(details.labels(), shell));
    }

    private static Map<String, String> labels(Map<ImportRun.Label, Long> counted, Shell shell) {
        var labels = new LinkedHashMap<String, String>();
        counted.forEach((label, count) -> {
            var words = shell.t("imports.labels." + label.sensitivity());
            labels.put(label.known() ? words : shell.t("imports.labels.unknown", words), shell.number(count));
        });
        return labels;
    }

    private static String label(ImportRun run, Shell shell) {
        return run.progress().files() == 0
                ? shell.t("imports.run.unnamed")
                : shell.t("imports.run.files", run.progress().files());
    }

    private static @Nullable String took(ImportRun run, Shell shell) {
        if (run.finishedAt() == null) {
            return null;
        }
        var took = Duration.between(run.startedAt(), run.finishedAt());
        return took.toSeconds() < 60
                ? shell.t("imports.run.seconds", Math.max(1, took.toSeconds()))
                : shell.minutes(took);
    }

    private static String kind(String state) {
        return switch (state) {
            case "finished" -> "success";
            case "failed", "lost" -> "danger";
            default -> "info";
        };
    }

    private static Map<String, String> counts(ImportProgress progress, Shell shell) {
        var counts = new LinkedHashMap<String, String>();
        counts.put(shell.t("imports.count.read"), shell.number(progress.read()));
        counts.put(shell.t("imports.count.created"), shell.number(progress.created()));
        counts.put(shell.t("imports.count.updated"), shell.number(progress.updated()));
        counts.put(shell.t("imports.count.unchanged"), shell.number(progress.unchanged()));
        counts.put(shell.t("imports.count.rejected"), shell.number(progress.rejected()));
        counts.put(shell.t("imports.count.difference"), shell.number(progress.difference()));
        return counts;
    }
}
