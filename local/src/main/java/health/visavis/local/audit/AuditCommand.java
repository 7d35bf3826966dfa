package health.visavis.local.audit;

import health.visavis.audit.AuditVerification;
import health.visavis.audit.CheckpointWitness;
import health.visavis.audit.Finding;
import health.visavis.audit.VerificationReport;
import health.visavis.local.CannotStart;
import health.visavis.local.LocalFolders;
import health.visavis.local.demo.LocalOptions;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.postgres.LocalDatabase;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `audit verify [--data FOLDER] [--keys FOLDER] [--witness FOLDER]…`: over the database of a clinic that runs, or of
/// one that is stopped, and the folders that have witnessed it.
public final class AuditCommand {

    private static final int SHOWN = 50;

    private static final Duration QUIET = Duration.ofSeconds(2);

    private final PrintStream out;
    private long said = System.nanoTime();

    public AuditCommand(PrintStream out) {
        this.out = out;
    }

    /// Returns 0 when everything is as it was written, else 1.
    ///
    /// @throws CannotStart with the sentence to show, when it cannot be verified
    public int run(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("verify")) {
            throw new CannotStart("Visavis verifies its audit log: audit verify.");
        }
        var others = new ArrayList<String>();
        var named = witnesses(new ArrayDeque<>(words.subList(1, words.size())), others);
        var folders = LocalOptions.of("audit", others).folders();
        if (Files.notExists(folders.data().resolve("postgres/PG_VERSION"))) {
            throw new CannotStart("There is no clinic in " + folders.data() + ". Say where it is: --data FOLDER.");
        }
        return verify(folders, named.isEmpty() ? List.of(folders.witness()) : named);
    }

    private int verify(LocalFolders folders, List<Path> witnesses) {
        try (var database = open(folders)) {
            var app = database.app();
            var source = new DriverManagerDataSource(database.url(), app.role(), app.password());
            var verification = AuditVerification.of(
                    source,
                    witnesses.stream()
                            .<CheckpointWitness>map(FolderWitness::new)
                            .toList());
            if (!verification.isPossible()) {
                throw new CannotStart("This data is of a version without an audit log. Start Visavis on it once.");
            }
            var keys = FileCheckpointSigner.publicKeyIn(KeyFolder.at(folders.keys())).stream()
                    .toList();
            return print(verification.verify(keys, this::progress), witnesses);
        }
    }

    private static LocalDatabase open(LocalFolders folders) {
        try {
            return LocalDatabase.join(folders);
        } catch (CannotStart notRunning) {
            return LocalDatabase.start(folders, 0);
        }
    }

    private void progress(long rows) {
        if (System.nanoTime() - said > QUIET.toNanos()) {
            out.printf(Locale.ROOT, "%,d rows …%n", rows);
            said = System.nanoTime();
        }
    }

    private int print(VerificationReport report, List<Path> witnesses) {
        out.printf(
                Locale.ROOT,
                "%,d rows in the log, %s; %,d witnessed by %s; %,d waiting.%n",
                report.rows(),
                report.signedAt() == null ? "nothing signed" : "signed last at " + report.signedAt(),
                report.witnessed(),
                witnesses,
                report.waiting());
        if (report.pruned() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d rows are gone: older than six calendar years, deleted as the trail says, and not changed before.%n",
                    report.pruned());
        }
        report.findings().stream().limit(SHOWN).map(Finding::sentence).forEach(out::println);
        if (report.findings().size() > SHOWN) {
            out.printf(
                    Locale.ROOT, "… and %,d findings more.%n", report.findings().size() - SHOWN);
        }
        if (report.witnessed() < report.rows() && report.isClean()) {
            out.println("What no witness has seen yet is held against its signature alone.");
        }
        out.println(
                report.isClean()
                        ? "Nothing was changed, deleted, moved or cut off."
                        : "The audit trail is not as it was written.");
        return report.isClean() ? 0 : 1;
    }

    /// The folders that are named as witnesses; what else is said stays.
    private static List<Path> witnesses(ArrayDeque<String> words, List<String> others) {
        var witnesses = new ArrayList<Path>();
        while (!words.isEmpty()) {
            var word = words.removeFirst();
            if (!word.equals("--witness")) {
                others.add(word);
            } else if (words.isEmpty() || words.getFirst().startsWith("--")) {
                throw new CannotStart("--witness wants a value after it.");
            } else {
                witnesses.add(Path.of(words.removeFirst()));
            }
        }
        return witnesses;
    }
}
