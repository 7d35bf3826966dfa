package health.visavis.proof.traceability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
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

    void add(ProvingTest test, Result result) {
        results.merge(test, result, Result::and);
    }

    private void add(Path report) throws IOException {
        for (var testCase : casesOf(report)) {
            add(
                    new ProvingTest(testCase.getAttribute("classname"), methodOf(testCase.getAttribute("name"))),
                    resultOf(testCase));
        }
    }

    /// Name and result of every test in a report.
    static void eachCase(Path report, BiConsumer<String, Result> taking) throws IOException {
        for (var testCase : casesOf(report)) {
            taking.accept(testCase.getAttribute("name"), resultOf(testCase));
        }
    }

    private static List<Element> casesOf(Path report) throws IOException {
        try {
            var cases = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
            return IntStream.range(0, cases.getLength())
                    .mapToObj(i -> (Element) cases.item(i))
                    .toList();
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
