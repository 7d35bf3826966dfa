package health.visavis.proof.traceability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// What Surefire wrote about each test. A parameterized test counts as its worst run.
final class TestResults {

    enum Result {
        NOT_RUN("not run"),
        PASSED("passed"),
        SKIPPED("skipped"),
        FAILED("failed");

        final String word;

        Result(String word) {
            this.word = word;
        }

        Result and(Result other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private final Map<ProvingTest, Result> results = new HashMap<>();

    static TestResults below(Path root) throws IOException {
        var read = new TestResults();
        try (var modules = Files.list(root)) {
            for (var reports : modules.map(module -> module.resolve("target/surefire-reports"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (var files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
                    for (var file : files) {
                        read.add(file);
                    }
                }
            }
        }
        return read;
    }

    Result of(ProvingTest test) {
        return results.getOrDefault(test, Result.NOT_RUN);
    }

    private void add(Path report) throws IOException {
        try {
            var cases = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                var testCase = (Element) cases.item(i);
                var test = new ProvingTest(testCase.getAttribute("classname"), methodOf(testCase.getAttribute("name")));
                results.merge(test, resultOf(testCase), Result::and);
            }
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException("Not a test report: " + report, unreadable);
        }
    }

    /// `books(String)[2]` and `books{String}[2]` are runs of `books`.
    private static String methodOf(String name) {
        int end = 0;
        while (end < name.length() && Character.isJavaIdentifierPart(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    private static Result resultOf(Element testCase) {
        if (has(testCase, "failure") || has(testCase, "error")) {
            return Result.FAILED;
        }
        return has(testCase, "skipped") ? Result.SKIPPED : Result.PASSED;
    }

    private static boolean has(Element testCase, String child) {
        return testCase.getElementsByTagName(child).getLength() > 0;
    }
}
