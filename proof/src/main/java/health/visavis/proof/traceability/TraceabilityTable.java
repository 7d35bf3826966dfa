package health.visavis.proof.traceability;

import health.visavis.proof.traceability.TestResults.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Row → test → result, as a page of the documentation, and the untrue sentences in it.
final class TraceabilityTable {

    private final List<RequirementRow> rows;
    private final Map<String, SortedSet<ProvingTest>> marked;
    private final TestResults results;

    TraceabilityTable(List<RequirementRow> rows, Map<String, SortedSet<ProvingTest>> marked, TestResults results) {
        this.rows = rows;
        this.marked = marked;
        this.results = results;
    }

    /// `TraceabilityTable FOLDER ROOT`: reads FOLDER/rows.csv and the modules below ROOT, writes
    /// FOLDER/traceability.md.
    static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var root = Path.of(arguments[1]);
        var marked = MarkedTests.below(root);
        var results = TestResults.below(root);
        TemplateTests.addTo(marked, results, root.resolve(".visavis/template-tests.xml"));
        var table = new TraceabilityTable(RequirementRow.read(folder.resolve("rows.csv")), marked, results);
        Files.writeString(folder.resolve("traceability.md"), table.page());
        var untrue = table.untrueClaims();
        untrue.forEach(System.err::println);
        System.out.println(table.summary() + " See " + folder.resolve("traceability.md") + ".");
        System.exit(untrue.isEmpty() ? 0 : 1);
    }

    List<String> untrueClaims() {
        var untrue = new ArrayList<String>();
        var known = rows.stream().map(RequirementRow::id).collect(Collectors.toSet());
        marked.forEach((row, tests) -> {
            if (!known.contains(row)) {
                untrue.add("No requirement is called " + row + ", named by "
                        + tests.first().title() + ".");
            }
        });
        for (var row : rows) {
            if (!row.claimed()) {
                continue;
            }
            var tests = testsOf(row);
            if (tests.stream().noneMatch(test -> results.of(test) == Result.PASSED)) {
                untrue.add(row.id() + " is claimed as done, and no test of it passed.");
            }
            tests.stream()
                    .filter(test -> results.of(test) == Result.FAILED)
                    .forEach(test -> untrue.add(row.id() + " is claimed as done, and " + test.title() + " failed."));
        }
        return untrue;
    }

    String page() {
        var page = new StringBuilder("""
                # Requirements, their tests, and what came of them

                Written by `./visavis test`; what we claim stands in `rows.csv`, and a claim without a passing test fails the build.
                Where a part can only be seen in a cloud subscription, *done* speaks of the part that one machine can prove.

                | row | what it asks | proved by | result |
                |---|---|---|---|
                """);
        for (var row : rows) {
            page.append("| %s | %s | %s | %s |%n".formatted(row.id(), row.feature(), proofOf(row), verdictOn(row)));
        }
        return page.append('\n').append(summary()).append('\n').toString();
    }

    private String summary() {
        return "%d of %d rows are done, %d have first tests."
                .formatted(
                        rows.stream().filter(RequirementRow::claimed).count(),
                        rows.size(),
                        rows.stream()
                                .filter(row -> !row.claimed() && !testsOf(row).isEmpty())
                                .count());
    }

    private String proofOf(RequirementRow row) {
        return testsOf(row).stream()
                .map(test -> test.title() + ": " + results.of(test).word)
                .collect(Collectors.joining("<br>"));
    }

    private String verdictOn(RequirementRow row) {
        if (!row.claimed()) {
            return testsOf(row).isEmpty() ? "not done" : "not done, begun";
        }
        return row.where().equals("L+Z") ? "done here, cloud part not done" : "done";
    }

    private SortedSet<ProvingTest> testsOf(RequirementRow row) {
        return marked.getOrDefault(row.id(), new TreeSet<>());
    }
}
