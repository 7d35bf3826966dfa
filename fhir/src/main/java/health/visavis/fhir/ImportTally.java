package health.visavis.fhir;

import health.visavis.access.Sensitivity;
import health.visavis.chart.Change;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun.Label;
import health.visavis.chart.ImportRun.Rejection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The counts of a whole run. A portion is counted when it is stored, never before.
final class ImportTally {

    /// So many reasons are kept; the count goes on.
    private static final int REJECTIONS_KEPT = 1_000;

    /// The counts of what is stored together.
    static final class Portion {

        private long created;
        private long updated;
        private long unchanged;
        private long openReferences;
        private final List<Rejection> rejections = new ArrayList<>();
        private final Map<Label, Long> labels = new HashMap<>();

        void changed(Change change) {
            switch (change) {
                case CREATED -> created++;
                case UPDATED -> updated++;
                case UNCHANGED -> unchanged++;
            }
        }

        void leftOpen() {
            openReferences++;
        }

        void rejected(Rejection rejection) {
            rejections.add(rejection);
        }

        /// Only what is not ordinary is worth a word.
        void labelled(Label label) {
            if (label.sensitivity() != Sensitivity.ORDINARY) {
                labels.merge(label, 1L, Long::sum);
            }
        }
    }

    private final FhirFiles files;
    private final ImportListener listener;
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Long> notTaken = new HashMap<>();
    private final Map<Label, Long> labels = new HashMap<>();

    private int filesDone;
    private long bytesDone;
    private long read;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;
    private long openReferences;

    ImportTally(FhirFiles files, ImportListener listener) {
        this.files = files;
        this.listener = listener;
    }

    /// @param readCount how many resources of kinds that we keep the portion had, counted apart from what became of
    /// them
    synchronized void stored(Portion portion, long readCount, Map<String, Long> skipped) {
        read += readCount;
        created += portion.created;
        updated += portion.updated;
        unchanged += portion.unchanged;
        openReferences += portion.openReferences;
        skipped.forEach((type, count) -> notTaken.merge(type, count, Long::sum));
        portion.labels.forEach((label, count) -> labels.merge(label, count, Long::sum));
        reject(portion.rejections);
        listener.progress(progress());
    }

    /// A file that could not be read counts as one thing read and rejected.
    synchronized void fileRejected(Rejection rejection) {
        read++;
        reject(List.of(rejection));
    }

    synchronized void fileDone(FhirFile file) {
        filesDone++;
        bytesDone += file.bytes();
        listener.progress(progress());
    }

    synchronized ImportProgress progress() {
        return new ImportProgress(
                files.files().size(),
                filesDone,
                files.bytes(),
                bytesDone,
                read,
                created,
                updated,
                unchanged,
                rejected,
                openReferences);
    }

    synchronized List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    synchronized Map<String, Long> notTaken() {
        return Map.copyOf(notTaken);
    }

    synchronized Map<Label, Long> labels() {
        return Map.copyOf(labels);
    }

    private void reject(Collection<Rejection> more) {
        rejected += more.size();
        for (var rejection : more) {
            if (rejections.size() < REJECTIONS_KEPT) {
                rejections.add(rejection);
            }
            listener.rejected(rejection);
        }
    }
}
