package health.visavis.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.access.Actor;
import health.visavis.chart.ImportJournal;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun;
import health.visavis.chart.ImportRun.Rejection;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Imports a file or a folder of FHIR R4: bundles and NDJSON, as Synthea and US Core systems write them.
/// Repeating it changes nothing, and every resource is accounted for at the end.
@Component
@Lazy
public class FhirImport {

    /// Lines of NDJSON that are stored together.
    private static final int LINES = 500;

    private static final Duration JOURNAL_EVERY = Duration.ofSeconds(1);

    private final BundleImport bundles;
    private final ImportJournal journal;
    private final Clock clock;

    FhirImport(BundleImport bundles, ImportJournal journal, Clock clock) {
        this.bundles = bundles;
        this.journal = journal;
        this.clock = clock;
    }

    /// @param actor a process of ours, or the admin who asked for it
    /// @param workers how many files are read at once
    public Reconciliation run(Actor actor, Path folderOrFile, int workers, ImportListener listener) throws IOException {
        var files = FhirFiles.in(folderOrFile);
        var run = journal.begin(
                actor,
                label(files),
                files.fingerprint(),
                ImportRun.State.RUNNING,
                new ImportTally(files, listener).progress());
        return run(actor, files, run, workers, listener);
    }

    /// Does everything and keeps nothing: the counts are those that a run would end with, except that a bundle
    /// does not see what another bundle would have brought.
    public Reconciliation rehearse(Actor actor, Path folderOrFile, int workers, ImportListener listener)
            throws IOException {
        var files = FhirFiles.in(folderOrFile);
        var began = clock.instant();
        var tally = new ImportTally(files, listener);
        readAll(actor, files, workers, tally, true);
        return reconcile(tally, began);
    }

    Reconciliation run(Actor actor, FhirFiles files, UUID run, int workers, ImportListener listener) {
        var began = clock.instant();
        var tally = new ImportTally(files, new Journaled(run, listener, began));
        var state = ImportRun.State.FAILED;
        try {
            readAll(actor, files, workers, tally, false);
            state = ImportRun.State.FINISHED;
        } finally {
            journal.finish(run, state, tally.progress(), tally.rejections(), tally.notTaken(), tally.labels());
        }
        return reconcile(tally, began);
    }

    private Reconciliation reconcile(ImportTally tally, Instant began) {
        var took = Duration.between(began, clock.instant());
        return new Reconciliation(tally.progress(), tally.rejections(), tally.notTaken(), tally.labels(), took);
    }

    private void readAll(Actor actor, FhirFiles files, int workers, ImportTally tally, boolean rehearsal) {
        var reader = new ResourceReader(Portion.types());
        var names = new ImportedNames();
        try (var pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("import-", 0).factory())) {
            try {
                for (var group : files.groups()) {
                    waitFor(
                            pool,
                            group.stream()
                                    .map(file -> (Callable<@Nullable Void>) () -> {
                                        read(file, reader, new Storing(actor, file, names, tally, rehearsal));
                                        return null;
                                    })
                                    .toList());
                }
            } finally {
                pool.shutdownNow();
            }
        }
    }

    static String label(FhirFiles files) {
        var count = files.files().size();
        return count == 1 ? files.files().getFirst().label() : count + " files";
    }

    private static void read(FhirFile file, ResourceReader reader, Storing storing) {
        var tally = storing.tally;
        try {
            reader.read(file, storing);
            storing.store();
        } catch (ResourceReader.FileRejected rejected) {
            tally.fileRejected(new Rejection(file.label(), rejected.line(), "", rejected.reason()));
        } catch (ClosedByInterruptException interrupted) {
            throw new ImportStopped(interrupted);
        } catch (IOException unreadable) {
            tally.fileRejected(new Rejection(file.label(), 0, "", "the file can not be read"));
        }
        tally.fileDone(file);
    }

    private static void waitFor(ExecutorService pool, List<Callable<@Nullable Void>> tasks) {
        var futures = new ArrayList<Future<@Nullable Void>>();
        tasks.forEach(task -> futures.add(pool.submit(task)));
        try {
            for (var future : futures) {
                future.get();
            }
        } catch (InterruptedException stopped) {
            throw new ImportStopped(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the import could not go on", failed.getCause());
        }
    }

    /// Collects what a file holds and stores it, a bundle at a time.
    private final class Storing implements ResourceReader.Contents {

        private final Actor actor;
        private final FhirFile file;
        private final ImportedNames names;
        private final ImportTally tally;
        private final boolean rehearsal;
        private Portion portion;

        private Storing(Actor actor, FhirFile file, ImportedNames names, ImportTally tally, boolean rehearsal) {
            this.actor = actor;
            this.file = file;
            this.names = names;
            this.tally = tally;
            this.rehearsal = rehearsal;
            this.portion = new Portion(file);
        }

        @Override
        public void resource(RawResource resource) {
            portion.add(resource);
        }

        @Override
        public void notTaken(String type) {
            portion.notTaken(type);
        }

        @Override
        public void rejected(long line, String type, String reason) {
            portion.rejected(line, type, reason);
        }

        @Override
        public void about(ObjectNode bundle) {
            portion.about(bundle);
        }

        @Override
        public void pause() {
            if (portion.isFull(LINES)) {
                store();
            }
        }

        private void store() {
            if (Thread.interrupted()) {
                throw new ImportStopped(null);
            }
            var complete = portion.complete();
            tally.stored(bundles.store(actor, complete, names, rehearsal), complete.read(), complete.notTaken());
            portion = new Portion(file);
        }
    }

    /// Writes the progress where every instance can read it, now and then.
    private final class Journaled implements ImportListener {

        private final UUID run;
        private final ImportListener next;
        private Instant written;

        private Journaled(UUID run, ImportListener next, Instant began) {
            this.run = run;
            this.next = next;
            this.written = began;
        }

        @Override
        public void progress(ImportProgress progress) {
            next.progress(progress);
            var now = clock.instant();
            if (!now.isBefore(written.plus(JOURNAL_EVERY))) {
                written = now;
                journal.progress(run, ImportRun.State.RUNNING, progress);
            }
        }

        @Override
        public void rejected(Rejection rejection) {
            next.rejected(rejection);
        }
    }
}
