package health.visavis.proof.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceabilityTableTest {

    private static final ProvingTest BOOKS = new ProvingTest("a.BookingTest", "books");

    @TempDir
    Path root;

    @Test
    void aClaimWithAPassingTestIsTrue() throws IOException {
        var table = table("APP-03,L,done,Booking", "<testcase classname='a.BookingTest' name='books()'/>");

        assertThat(table.untrueClaims()).isEmpty();
        assertThat(table.page()).contains("| APP-03 | Booking | BookingTest › books: passed | done |");
    }

    @Test
    void aClaimWhoseTestFailedIsUntrue() throws IOException {
        var table = table(
                "APP-03,L,done,Booking",
                "<testcase classname='a.BookingTest' name='books(String)[1]'><failure/></testcase>"
                        + "<testcase classname='a.BookingTest' name='books(String)[2]'/>");

        assertThat(table.untrueClaims())
                .containsExactly(
                        "APP-03 is claimed as done, and no test of it passed.",
                        "APP-03 is claimed as done, and BookingTest › books failed.");
    }

    @Test
    void aClaimWhoseTestWasSkippedIsUntrue() throws IOException {
        var table = table(
                "APP-03,L,done,Booking", "<testcase classname='a.BookingTest' name='books'><skipped/></testcase>");

        assertThat(table.untrueClaims()).containsExactly("APP-03 is claimed as done, and no test of it passed.");
    }

    @Test
    void aRowWithoutAClaimIsNotDone() throws IOException {
        var table = table("APP-99,L,,Something else", "");

        assertThat(table.page()).contains("| APP-99 | Something else |  | not done |");
    }

    @Test
    void aTestThatNamesAnUnknownRowIsUntrue() throws IOException {
        var table = table("APP-99,L,,Something else", "");

        assertThat(table.untrueClaims())
                .containsExactly("No requirement is called APP-03, named by BookingTest › books.");
    }

    @Test
    void checksOfTemplatesAreTestsOfTheirRow() throws IOException {
        var results = TestResults.below(root);
        var marked = new TreeMap<String, SortedSet<ProvingTest>>();
        var report = Files.writeString(root.resolve("template-tests.xml"), """
                <testsuites><testsuite name="requirements">
                  <testcase name="DR-01: the database survives" classname="test"/>
                  <testcase name="DR-01: notices in main.bicep: a → b" classname="test"/>
                  <testcase name="general: everything has tags" classname="test"/>
                  <testcase name="IAC-02: all is described" classname="test"><failure/></testcase>
                </testsuite></testsuites>
                """);

        TemplateTests.addTo(marked, results, report);

        assertThat(marked)
                .containsOnlyKeys("DR-01", "IAC-02")
                .containsEntry("DR-01", new TreeSet<>(List.of(new ProvingTest("templates", "the database survives"))));
        var csv = Files.writeString(
                root.resolve("rows.csv"), "id,where,claim,feature\nDR-01,L+Z,,Zones\nIAC-02,L,done,Words\n");
        var table = new TraceabilityTable(RequirementRow.read(csv), marked, results);
        assertThat(table.page())
                .contains("| DR-01 | Zones | templates › the database survives: passed | not done, begun |");
        assertThat(table.untrueClaims())
                .contains("IAC-02 is claimed as done, and templates › all is described failed.");
    }

    @Test
    void withoutAReportOfTemplatesNothingIsAdded() throws IOException {
        var marked = new TreeMap<String, SortedSet<ProvingTest>>();

        TemplateTests.addTo(marked, TestResults.below(root), root.resolve("nowhere.xml"));

        assertThat(marked).isEmpty();
    }

    private TraceabilityTable table(String row, String testCases) throws IOException {
        var reports = Files.createDirectories(root.resolve("server/target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-a.xml"), "<testsuite>" + testCases + "</testsuite>");
        var csv = Files.writeString(root.resolve("rows.csv"), "id,where,claim,feature\n" + row + "\n");
        return new TraceabilityTable(
                RequirementRow.read(csv),
                Map.<String, SortedSet<ProvingTest>>of("APP-03", new TreeSet<>(List.of(BOOKS))),
                TestResults.below(root));
    }
}
