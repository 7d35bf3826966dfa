package health.visavis.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.web.chart.DocumentText.Block.Heading;
import health.visavis.web.chart.DocumentText.Block.Items;
import health.visavis.web.chart.DocumentText.Block.Paragraph;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void headingsListsAndParagraphsAreWhatTheyLookLike() {
        var text = DocumentText.of("""

                2026-06-09

                # Chief Complaint
                No complaints.
                 Patient is single.

                ## Plan
                The patient was prescribed:
                - lisinopril 10 mg
                - aspirin
                Come back in a week.""");

        assertThat(text.blocks())
                .containsExactly(
                        new Paragraph(List.of("2026-06-09")),
                        new Heading(2, "Chief Complaint"),
                        new Paragraph(List.of("No complaints.", "Patient is single.")),
                        new Heading(3, "Plan"),
                        new Paragraph(List.of("The patient was prescribed:")),
                        new Items(List.of("lisinopril 10 mg", "aspirin")),
                        new Paragraph(List.of("Come back in a week.")));
    }

    @Test
    void whatLooksLikeNothingKnownIsKeptAsItIs() {
        assertThat(DocumentText.of("#1 pain -2 °C\n-5 kg since May\n#### a").blocks())
                .containsExactly(
                        new Paragraph(List.of("#1 pain -2 °C", "-5 kg since May")), new Paragraph(List.of("#### a")));
    }

    @Test
    void aDocumentSaysItsDateOnce() {
        var text = DocumentText.of("2026-05-21\n\nNo complaints.");

        assertThat(text.withoutItsDate(Instant.parse("2026-05-20T23:30:00Z")).blocks())
                .containsExactly(new Paragraph(List.of("No complaints.")));
        assertThat(text.withoutItsDate(Instant.parse("2026-05-14T12:00:00Z"))).isEqualTo(text);
    }

    @Test
    void anEmptyDocumentHasNothing() {
        assertThat(DocumentText.of(" \n\n").blocks()).isEmpty();
    }
}
