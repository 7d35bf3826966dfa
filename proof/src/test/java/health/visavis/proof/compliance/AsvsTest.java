package health.visavis.proof.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `docs/compliance/asvs.yaml`: every requirement of the chapters it speaks of is there, and every test it names.
class AsvsTest {

    private static final Path COMPLIANCE = Path.of("../docs/compliance");

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /// For each result, whether it must name tests, and whether it must say why.
    private static final Map<String, List<Boolean>> RESULTS = Map.of(
            "done", List.of(true, false),
            "partly", List.of(false, true),
            "not done", List.of(false, true),
            "not applicable", List.of(false, true));

    private static final Pattern SPACE = Pattern.compile("\\s+");

    @Test
    void everyRequirementHasAResultThatItsTestsCarry() throws IOException {
        var asvs = asvs(Files.readString(COMPLIANCE.resolve("asvs.yaml")));
        assertThat(complaints(asvs)).isEmpty();

        var counts = new TreeMap<String, Integer>();
        asvs.path("requirements").forEach(one -> counts.merge(one.path("result").asText(), 1, Integer::sum));
        System.out.println("ASVS 5.0.0: " + counts + ", chapters not gone through: " + asvs.path("missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SignInModuleTest.aCodeWorksOnce      | SignInModuleTest.aCodeWorksTwice | V6.5.1 names SignInModuleTest.aCodeWorksTwice, which is not there
                    id: V8.2.1                           | id: V8.2.9                      | V8.2.1 is missing
                    result: done                         | result: surely                  | is no result
                    result: not applicable               | result: done                    | is done, and no test shows it
                    V9: 2                                | V9: 0                           | V9 is neither gone through nor missing
                    """)
    void whatIsWrongIsNoticed(String change, String to, String complaint) throws IOException {
        var text = Files.readString(COMPLIANCE.resolve("asvs.yaml"));
        assertThat(text).contains(change);
        assertThat(complaints(asvs(text.replace(change, to)))).anyMatch(said -> said.contains(complaint));
    }

    private static JsonNode asvs(String text) throws IOException {
        return new YAMLMapper().readTree(text);
    }

    private static List<String> complaints(JsonNode asvs) throws IOException {
        var found = new ArrayList<String>();
        var given = new HashSet<String>();
        var tests = tests();
        for (var one : asvs.path("requirements")) {
            var id = one.path("id").asText();
            if (!given.add(id)) {
                found.add(id + " is there twice");
            }
            var result = one.path("result").asText();
            var wants = RESULTS.get(result);
            if (wants == null) {
                found.add(id + ": '" + result + "' is no result");
            } else if (wants.get(0) && one.path("tests").isEmpty()) {
                found.add(id + " is " + result + ", and no test shows it");
            } else if (wants.get(1) && one.path("why").asText().isBlank()) {
                found.add(id + " is " + result + ", and does not say why");
            }
            for (var test : one.path("tests")) {
                if (!tests.getOrDefault(test.asText().replaceFirst("\\..*", ""), "")
                        .contains(" void " + test.asText().replaceFirst(".*\\.", "") + "(")) {
                    found.add(id + " names " + test.asText() + ", which is not there");
                }
            }
        }
        var missing = new HashSet<String>();
        asvs.path("missing").forEach(chapter -> missing.add(chapter.asText()));
        for (var line : Files.readAllLines(COMPLIANCE.resolve("asvs-ids.csv")).stream()
                .skip(1)
                .toList()) {
            var id = line.substring(0, line.indexOf(','));
            var chapter = id.substring(0, id.indexOf('.'));
            var upTo = asvs.path("chapters").path(chapter).asInt(0);
            if (upTo == 0 && !missing.contains(chapter)) {
                found.add(chapter + " is neither gone through nor missing");
            } else if (Integer.parseInt(line.substring(line.indexOf(',') + 1)) <= upTo && !given.remove(id)) {
                found.add(id + " is missing");
            }
        }
        given.forEach(id -> found.add(id + " is nothing that was to be gone through"));
        return found;
    }

    /// Sources of test classes by their simple names, of which two modules may have the same.
    private static Map<String, String> tests() throws IOException {
        var sources = new HashMap<String, String>();
        try (var modules = Files.list(PROJECT)) {
            for (var tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (var file : files.filter(path -> path.toString().endsWith("Test.java"))
                            .toList()) {
                        sources.merge(
                                file.getFileName().toString().replace(".java", ""),
                                SPACE.matcher(Files.readString(file)).replaceAll(" "),
                                String::concat);
                    }
                }
            }
        }
        return sources;
    }
}
