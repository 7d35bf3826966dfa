package health.visavis.chart;

import health.visavis.access.Actor;
import health.visavis.chart.store.ImportRuns;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where the importer writes how far it has come. Holds nothing about any patient, so nobody is asked for
/// permission; reading it is [WatchImports].
@Component
@Transactional
public class ImportJournal {

    private final ImportRuns runs;

    ImportJournal(ImportRuns runs) {
        this.runs = runs;
    }

    /// @param label what to call it on the page: no names of people
    /// @param fingerprint the same for the same files, so that a background import is not repeated at every start
    public UUID begin(Actor actor, String label, String fingerprint, ImportRun.State state, ImportProgress progress) {
        return runs.add(actor.person(), label, fingerprint, state, progress);
    }

    public boolean hasFinished(String fingerprint) {
        return runs.hasFinished(fingerprint);
    }

    /// The files that a run waited for have come.
    public void found(UUID run, String label, String fingerprint) {
        runs.name(run, label, fingerprint);
    }

    public void progress(UUID run, ImportRun.State state, ImportProgress progress) {
        runs.update(run, state, progress);
    }

    public void finish(
            UUID run,
            ImportRun.State state,
            ImportProgress progress,
            Collection<ImportRun.Rejection> rejections,
            Map<String, Long> notTaken,
            Map<ImportRun.Label, Long> labels) {
        runs.update(run, state, progress);
        runs.addRejections(run, rejections);
        runs.addNotTaken(run, notTaken);
        runs.addLabels(run, labels);
    }
}
