package health.visavis.proof.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a finding is none, or is lived with: `explained.tsv`, a tool, an expression for its name and one for its words,
/// a sentence.
record Explanations(List<Explanation> all) {

    private static final int COLUMNS = 4;

    record Explanation(String tool, Pattern id, Pattern words, String sentence) {

        boolean isOf(ScanFinding finding) {
            return tool.equals(finding.tool())
                    && id.matcher(finding.id()).matches()
                    && words.matcher(finding.words()).find();
        }
    }

    static Explanations ours() {
        try (var file = Objects.requireNonNull(Explanations.class.getResourceAsStream("explained.tsv"))) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Explanations of(String table) {
        return new Explanations(table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", COLUMNS))
                .map(cells -> new Explanation(cells[0], Pattern.compile(cells[1]), Pattern.compile(cells[2]), cells[3]))
                .toList());
    }

    Optional<String> of(ScanFinding finding) {
        return all.stream()
                .filter(explanation -> explanation.isOf(finding))
                .findFirst()
                .map(Explanation::sentence);
    }
}
