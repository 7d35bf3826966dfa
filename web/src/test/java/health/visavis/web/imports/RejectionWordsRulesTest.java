package health.visavis.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.chart.ImportRun.Rejection;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.TestShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every reason that the importer can give is said in the reader's language.
class RejectionWordsRulesTest {

    private static final Path IMPORTER = Path.of("..", "fhir", "src", "main", "java");
    private static final Pattern REASON = Pattern.compile(
            "(?:ResourceRejected|FileRejected|WrongPlace|rejected|rejection)\\(.*?\"([ .]?[A-Za-z][^\"]* [^\"]*)\"");

    @Test
    void everyReasonOfTheImporterIsKnown() throws IOException {
        var unknown = new TreeSet<String>();
        var reasons = reasons();
        for (var reason : reasons) {
            if (spanish(reason).equals(reason)) {
                unknown.add(reason);
            }
        }

        assertThat(reasons).hasSizeGreaterThan(15);
        assertThat(unknown).isEmpty();
    }

    @Test
    void thePlaceStaysAsFhirCallsIt() {
        assertThat(spanish("Patient.birthDate is missing")).isEqualTo("Falta Patient.birthDate");
        assertThat(spanish("an element stands twice: birthDate")).isEqualTo("Un elemento está repetido: birthDate");
    }

    @Test
    void filesAreNumberedInTheReadersLanguage() {
        var rejection = new Rejection("file 3 (….json)", 12, "", "not well-formed JSON");

        assertThat(RejectionWords.in(TestShell.of(Language.SPANISH).shell(), rejection)
                        .file())
                .isEqualTo("Archivo 3 (….json)");
    }

    @Test
    void aReasonNobodyForesawIsShownAsItCame() {
        assertThat(spanish("the moon was full")).isEqualTo("the moon was full");
    }

    private static TreeSet<String> reasons() throws IOException {
        var reasons = new TreeSet<String>();
        try (var files = Files.walk(IMPORTER)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                REASON.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .map(words -> words.matches("[ .].*") ? "Patient" + words : words)
                        .forEach(reasons::add);
            }
        }
        return reasons;
    }

    private static String spanish(String reason) {
        return RejectionWords.of(reason, TestShell.of(Language.SPANISH).shell());
    }
}
