package health.visavis.chart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.chart.ChartEntry;
import health.visavis.chart.ChartEntry.Allergy;
import health.visavis.chart.ChartEntry.Contact;
import health.visavis.chart.ChartEntry.Demographics;
import health.visavis.chart.ChartEntry.Document;
import health.visavis.chart.ChartEntry.Intervention;
import health.visavis.chart.ChartEntry.Measurement;
import health.visavis.chart.ChartEntry.Measurement.Category;
import health.visavis.chart.ChartEntry.Measurement.Component;
import health.visavis.chart.ChartEntry.Measurement.Quantity;
import health.visavis.chart.ChartEntry.Medication;
import health.visavis.chart.ChartEntry.Problem;
import health.visavis.chart.ChartEntry.Retracted;
import health.visavis.chart.ChartEntry.Vaccination;
import health.visavis.chart.ClinicalDate;
import health.visavis.chart.ClinicalDate.Precision;
import health.visavis.chart.Coded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryFormatTest {

    private static final byte[] DIGEST = digest();
    private static final Coded WHAT = new Coded("http://snomed.info/sct", "38341003", "Hypertension – ñ");
    private static final ClinicalDate ON = new ClinicalDate(Instant.parse("1899-12-31T23:59:59.5Z"), Precision.MOMENT);

    static Stream<ChartEntry> entries() {
        var quantity = new Quantity("71.40", "kg");
        return Stream.of(
                new Demographics(null),
                new Retracted(ON),
                new Problem(WHAT, true, ON, null),
                new Problem(new Coded(null, null, "words"), false, null, ON),
                new Allergy(
                        WHAT,
                        true,
                        Allergy.Criticality.HIGH,
                        List.of(new Allergy.Reaction(WHAT, "severe"), new Allergy.Reaction(WHAT, null)),
                        ON),
                new Medication(WHAT, true, "1 a day", null, ON),
                new Measurement(WHAT, Category.LABORATORY, quantity, List.of(), ON),
                new Measurement(
                        WHAT,
                        Category.VITAL_SIGN,
                        null,
                        List.of(new Component(WHAT, quantity), new Component(WHAT, new Quantity("x", null))),
                        null),
                new Vaccination(WHAT, false, ON),
                new Intervention(WHAT, true, "because", ON),
                new Contact(WHAT, null, "Dr. Kai Mann", "x".repeat(70_000), ON),
                new Document(WHAT, null, true, ON));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whatIsWrittenIsReadBack(ChartEntry entry) {
        var opened = EntryFormat.read(EntryFormat.write(DIGEST, entry));

        assertThat(opened.entry()).isEqualTo(entry);
        assertThat(opened.digest()).isEqualTo(DIGEST);
    }

    @Test
    void everyKindOfEntryIsTried() {
        assertThat(entries().map(Object::getClass).distinct())
                .hasSize(ChartEntry.class.getPermittedSubclasses().length);
    }

    @Test
    void bytesOfAnotherVersionAreNotGuessed() {
        var bytes = EntryFormat.write(DIGEST, new Retracted(null));
        bytes[0]++;

        assertThatThrownBy(() -> EntryFormat.read(bytes)).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] digest() {
        var digest = new byte[32];
        Arrays.fill(digest, (byte) 7);
        return digest;
    }
}
