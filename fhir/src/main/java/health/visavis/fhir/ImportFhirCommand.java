package health.visavis.fhir;

import health.visavis.access.Actor;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun.Label;
import health.visavis.chart.ImportRun.Rejection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// `visavis import fhir FOLDER|FILE [dry]`: imports with a bar that moves, and ends with the reconciliation.
@Component
@Lazy
public class ImportFhirCommand {

    public static final int DONE = 0;
    public static final int SOMETHING_REJECTED = 2;
    public static final int NO_SUCH_FILE = 66;

    private static final int MOST_WORKERS = 4;

    private final FhirImport fhirImport;

    ImportFhirCommand(FhirImport fhirImport) {
        this.fhirImport = fhirImport;
    }

    /// @param dry says what an import would come to and keeps nothing
    /// @return 0: everything was taken; 2: something was rejected; 66: there is nothing to import
    public int run(Path folderOrFile, boolean dry, PrintStream out) throws IOException {
        if (!Files.exists(folderOrFile)) {
            out.println("There is no file or folder of that name.");
            return NO_SUCH_FILE;
        }
        var workers = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        var bar = new Bar(out, System.console() != null && System.console().isTerminal());
        var actor = Actor.system("import");
        var result = dry
                ? fhirImport.rehearse(actor, folderOrFile, workers, bar)
                : fhirImport.run(actor, folderOrFile, workers, bar);
        bar.end();
        if (result.counts().files() == 0) {
            out.println("Nothing to import there: no .json, .ndjson or .jsonl file.");
            return NO_SUCH_FILE;
        }
        if (dry) {
            out.println("Nothing was kept. An import would come to:");
        }
        print(result, out);
        return result.counts().rejected() == 0 ? DONE : SOMETHING_REJECTED;
    }

    private static void print(Reconciliation result, PrintStream out) {
        var counts = result.counts();
        out.printf(
                Locale.ROOT,
                "%,d files, %.1f MB in %.1f s (%.1f MB/s)%n%n",
                counts.files(),
                counts.bytes() / 1e6,
                result.took().toMillis() / 1e3,
                result.megabytesPerSecond());
        line(out, "read", counts.read());
        line(out, "created", counts.created());
        line(out, "updated", counts.updated());
        line(out, "unchanged", counts.unchanged());
        line(out, "rejected", counts.rejected());
        line(out, "difference", counts.difference());
        if (counts.openReferences() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%n%,d references to clinicians whom nobody has imported were left open.%n",
                    counts.openReferences());
        }
        if (!result.labels().isEmpty()) {
            out.println("\nGuarded better than others, as their security labels say:");
            result.labels().entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().sensitivity()))
                    .forEach(entry -> line(out, words(entry.getKey()), entry.getValue()));
        }
        if (!result.notTaken().isEmpty()) {
            out.println("\nNot imported, because no chart here keeps them:");
            result.notTaken().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(entry -> line(out, entry.getKey(), entry.getValue()));
        }
        if (!result.rejections().isEmpty()) {
            out.println("\nRejected:");
            result.rejections().forEach(rejection -> out.println("  " + words(rejection)));
            var more = counts.rejected() - result.rejections().size();
            if (more > 0) {
                out.printf(Locale.ROOT, "  and %,d more%n", more);
            }
        }
    }

    private static void line(PrintStream out, String name, long count) {
        out.printf(Locale.ROOT, "  %-24s %,12d%n", name, count);
    }

    private static String words(Label label) {
        var words = switch (label.sensitivity()) {
            case ORDINARY -> "ordinary";
            case RESTRICTED -> "restricted";
            case MINOR_CONFIDENTIAL -> "confidential to a minor";
            case PART2 -> "42 CFR Part 2";
            case KEPT_APART -> "notes kept apart";
        };
        return label.known() ? words : words + " (unknown code)";
    }

    private static String words(Rejection rejection) {
        var type = rejection.type().isEmpty() ? "" : rejection.type() + ", ";
        return rejection.file() + ", line " + rejection.line() + ": " + type + rejection.reason();
    }

    /// A bar on a terminal; elsewhere a line for every tenth.
    private static final class Bar implements ImportListener {

        private static final int WIDTH = 30;

        private final PrintStream out;
        private final boolean terminal;
        private int tenth = -1;

        private Bar(PrintStream out, boolean terminal) {
            this.out = out;
            this.terminal = terminal;
        }

        @Override
        public void progress(ImportProgress progress) {
            var percent = progress.percent();
            if (terminal) {
                var full = percent * WIDTH / 100;
                out.printf(
                        Locale.ROOT,
                        "\r[%s%s] %3d %%  %,d of %,d files  %,d resources ",
                        "█".repeat(full),
                        "░".repeat(WIDTH - full),
                        percent,
                        progress.filesDone(),
                        progress.files(),
                        progress.read());
                out.flush();
            } else if (percent / 10 > tenth) {
                tenth = percent / 10;
                out.printf(Locale.ROOT, "%3d %%, %,d resources%n", percent, progress.read());
            }
        }

        @Override
        public void rejected(Rejection rejection) {}

        private void end() {
            if (terminal) {
                out.println();
            }
        }
    }
}
