package health.visavis.fhir;

import health.visavis.access.Actor;
import health.visavis.chart.ImportJournal;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Brings the demo's people in behind the scenes: the application serves first, then waits for the folder, then
/// imports with one worker. Files that were imported before are not imported again.
@Component
@ConditionalOnProperty("visavis.demo.import")
class DemoClinicImport implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClinicImport.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration HEARD_EVERY = Duration.ofSeconds(30);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final ImportProgress NOTHING = new ImportProgress(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final Path folder;
    private final ObjectProvider<FhirImport> fhirImport;
    private final ImportJournal journal;
    private final Thread importing =
            Thread.ofPlatform().daemon().name("demo-import").unstarted(this::run);

    DemoClinicImport(
            @Value("${visavis.demo.import}") Path folder,
            ObjectProvider<FhirImport> fhirImport,
            ImportJournal journal) {
        this.folder = folder;
        this.fhirImport = fhirImport;
        this.journal = journal;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        importing.start();
    }

    /// Before the database goes: the bundle that is being stored is stored to its end.
    @Override
    public void destroy() throws InterruptedException {
        importing.interrupt();
        importing.join(STOPPED_WITHIN);
    }

    private void run() {
        var actor = Actor.system("demo-import");
        try {
            if (Files.isDirectory(folder)) {
                importNow(actor, FhirFiles.in(folder));
            } else {
                importWhenThere(actor);
            }
        } catch (ImportStopped | InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            LOG.warn(
                    "The demo's people could not be imported: {}",
                    failed.getClass().getName());
        }
    }

    private void importNow(Actor actor, FhirFiles files) {
        if (journal.hasFinished(files.fingerprint())) {
            return;
        }
        var progress = new ImportTally(files, ImportListener.silent()).progress();
        var run = journal.begin(actor, FhirImport.label(files), files.fingerprint(), ImportRun.State.RUNNING, progress);
        fhirImport.getObject().run(actor, files, run, 1, ImportListener.silent());
    }

    private void importWhenThere(Actor actor) throws IOException, InterruptedException {
        var run = journal.begin(actor, "demo", "waiting", ImportRun.State.WAITING, NOTHING);
        if (!isThereInTime(run)) {
            journal.finish(run, ImportRun.State.FAILED, NOTHING, List.of(), Map.of(), Map.of());
            return;
        }
        var files = FhirFiles.in(folder);
        journal.found(run, FhirImport.label(files), files.fingerprint());
        fhirImport.getObject().run(actor, files, run, 1, ImportListener.silent());
    }

    private boolean isThereInTime(UUID run) throws InterruptedException {
        var looks = PATIENCE.dividedBy(LOOK_EVERY);
        var perHeard = HEARD_EVERY.dividedBy(LOOK_EVERY);
        for (var look = 1L; look <= looks && !Files.isDirectory(folder); look++) {
            Thread.sleep(LOOK_EVERY);
            if (look % perHeard == 0) {
                journal.progress(run, ImportRun.State.WAITING, NOTHING);
            }
        }
        return Files.isDirectory(folder);
    }
}
