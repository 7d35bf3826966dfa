package health.visavis.proof.traceability;

import health.visavis.proof.traceability.TestResults.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// What the checks of the templates for Azure found. They run without Java, and their names begin with the row. Those
/// that only show that a change would be noticed are not listed.
final class TemplateTests {

    private static final Pattern NAMED = Pattern.compile("([A-Z]{2,3}-\\d{2}): (?!notices in )(.+)");

    private TemplateTests() {}

    /// Adds them to the marks and the results. Without a report there is nothing to add.
    static void addTo(Map<String, SortedSet<ProvingTest>> marked, TestResults results, Path report) throws IOException {
        if (Files.exists(report)) {
            TestResults.eachCase(report, keep(marked, results));
        }
    }

    private static BiConsumer<String, Result> keep(Map<String, SortedSet<ProvingTest>> marked, TestResults results) {
        return (name, result) -> {
            var named = NAMED.matcher(name);
            if (named.matches()) {
                var test = new ProvingTest("templates", named.group(2).replace("|", "\\|"));
                marked.computeIfAbsent(named.group(1), _ -> new TreeSet<>()).add(test);
                results.add(test, result);
            }
        };
    }
}
