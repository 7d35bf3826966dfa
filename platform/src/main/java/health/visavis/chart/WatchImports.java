package health.visavis.chart;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.chart.store.ImportRuns;
import java.util.List;
import java.util.Optional;

/// Shows an admin what was imported, what is being imported, and what was left out.
@UseCase
public class WatchImports {

    private static final int SHOWN = 20;

    private final Access access;
    private final ImportRuns runs;

    WatchImports(Access access, ImportRuns runs) {
        this.access = access;
        this.runs = runs;
    }

    /// The newest runs, the newest first.
    public List<ImportRun.Details> recent(Actor actor) {
        access.require(actor, Action.WATCH_IMPORTS.anyone());
        return runs.recent(SHOWN).stream()
                .map(run -> new ImportRun.Details(run, runs.rejections(run.id()), runs.notTaken(run.id())))
                .toList();
    }

    /// The run that is under way, for a notice.
    public Optional<ImportRun> current(Actor actor) {
        access.require(actor, Action.WATCH_IMPORTS.anyone());
        return runs.recent(1).stream().findFirst();
    }
}
