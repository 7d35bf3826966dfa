package health.visavis.chart;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.chart.store.ImportRuns;
import health.visavis.people.People;
import java.util.List;
import java.util.Optional;

/// Shows an admin what was imported, what is being imported, and what was left out.
@UseCase
public class WatchImports {

    private static final int SHOWN = 20;
    private static final int REASONS = 100;

    private final Access access;
    private final ImportRuns runs;
    private final People people;

    WatchImports(Access access, ImportRuns runs, People people) {
        this.access = access;
        this.people = people;
        this.runs = runs;
    }

    /// The newest runs, the newest first.
    public List<ImportRun.Details> recent(Actor actor) {
        access.require(actor, Action.WATCH_IMPORTS.anyone());
        return read();
    }

    /// The same for the page that is open already and asks by itself every few seconds.
    public List<ImportRun.Details> update(Actor actor) {
        access.requireForUpdate(actor, Action.WATCH_IMPORTS.anyone());
        return read();
    }

    private List<ImportRun.Details> read() {
        var recent = runs.recent(SHOWN);
        var names =
                people.displayNames(recent.stream().map(ImportRun::startedBy).toList());
        return recent.stream()
                .map(run -> new ImportRun.Details(
                        run,
                        names.getOrDefault(run.startedBy(), ""),
                        runs.rejections(run.id(), REASONS),
                        runs.notTaken(run.id()),
                        runs.labels(run.id())))
                .toList();
    }

    /// The newest run, for a notice.
    public Optional<ImportRun> latest(Actor actor) {
        access.require(actor, Action.WATCH_IMPORTS.anyone());
        return runs.recent(1).stream().findFirst();
    }
}
