package health.visavis.proof.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanSummaryTest {

    private static final Explanations NONE = Explanations.of("");

    @TempDir
    Path folder;

    @BeforeEach
    void nothingWasFound() throws IOException {
        write("sslscan", "sslscan.xml", """
                <document><ssltest host="127.0.0.1"><protocol type="ssl" version="3" enabled="0"/>
                <protocol type="tls" version="1.3" enabled="1"/><cipher cipher="GOOD" strength="strong"/>
                <heartbleed sslversion="TLSv1.2" vulnerable="0"/><compression supported="0"/></ssltest></document>""");
        write("testssl.sh", "testssl.json", "[{\"id\":\"TLS1_3\",\"severity\":\"OK\",\"finding\":\"offered\"}]");
        write("wapiti", "wapiti.json", "{\"vulnerabilities\":{\"SQL Injection\":[]},\"anomalies\":{}}");
        write("sqlmap", "sqlmap.csv", "Target URL,Place,Parameter,Technique(s),Note(s)\n");
    }

    @Test
    void nothingFoundIsExplained() throws IOException {
        assertThat(ScanSummary.of(folder, NONE)).isTrue();
        assertThat(folder.resolve("summary.md")).content().contains("## wapiti\nran", "Nothing above informational");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sslscan.xml | version=\"3\" enabled=\"0\" | version=\"3\" enabled=\"1\" | ssl3",
                "sslscan.xml | strength=\"strong\" | strength=\"weak\" | GOOD",
                "sslscan.xml | vulnerable=\"0\" | vulnerable=\"1\" | heartbleed",
                "sslscan.xml | supported=\"0\" | supported=\"1\" | compression",
                "testssl.json | \"OK\" | \"LOW\" | TLS1_3",
                "testssl.json | \"OK\" | \"WARN\" | TLS1_3",
                "wapiti.json | [] | [{\"level\":1,\"method\":\"GET\",\"path\":\"/\",\"info\":\"x\"}] | SQL Injection",
                "sqlmap.csv | Note(s) | Note(s)\\nhttps://127.0.0.1/,GET,q,B, | injection"
            })
    void whatIsFoundFailsUntilItIsExplained(String report, String from, String to, String id) throws IOException {
        var file = folder.resolve(report);
        Files.writeString(file, Files.readString(file).replace(from, to.replace("\\n", "\n")));

        assertThat(ScanSummary.of(folder, NONE)).isFalse();
        assertThat(folder.resolve("summary.md")).content().contains("NOT EXPLAINED");
        var tools = "sslscan testssl.sh wapiti sqlmap".split(" ");
        var explained = new StringBuilder();
        for (var tool : tools) {
            explained.append(tool).append('\t').append(id).append("\t.*\tBecause.\n");
        }
        assertThat(ScanSummary.of(folder, Explanations.of(explained.toString())))
                .isTrue();
        assertThat(folder.resolve("summary.md")).content().contains("**Because.**");
    }

    @Test
    void aToolThatRanAndLeftNothingIsNoGoodNews() throws IOException {
        Files.delete(folder.resolve("wapiti.json"));
        assertThat(ScanSummary.of(folder, NONE)).isFalse();

        Files.writeString(folder.resolve("wapiti.ran"), "not run: not installed\n");
        assertThat(ScanSummary.of(folder, NONE)).isTrue();
        assertThat(folder.resolve("summary.md")).content().contains("## wapiti\nnot run: not installed");
    }

    @Test
    void everyExplanationOfOursIsASentence() {
        assertThat(Explanations.ours().all())
                .allSatisfy(explanation -> assertThat(explanation.sentence()).endsWith("."));
    }

    private void write(String tool, String report, String content) throws IOException {
        Files.writeString(folder.resolve(tool + ".ran"), "ran for 1 s\n");
        Files.writeString(folder.resolve(report), content);
    }
}
