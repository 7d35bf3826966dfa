package health.visavis.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Role;
import health.visavis.chart.ClinicalDate;
import health.visavis.chart.ClinicalDate.Precision;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChartDrawingTest {

    private final TestShell shell = TestShell.of(Language.ENGLISH).signedInAs(Role.DOCTOR);
    private final ChartView view = ChartPages.draw(shell, false, ChartPages.chart());

    @Test
    void allergiesThatAreOverStandApart() {
        assertThat(view.allergies()).extracting(AllergyLine::what).containsExactly("Peanut", "Mold");
        assertThat(view.formerAllergies()).extracting(AllergyLine::what).containsExactly("Latex");
        assertThat(view.allergies().getFirst().dangerous()).isTrue();
        assertThat(view.allergies().getFirst().reactions())
                .containsExactly(new AllergyLine.Reaction("Wheal", "severe"));
    }

    @Test
    void aJobIsNoProblem() {
        var problems = view.current().getFirst();

        assertThat(problems.lines()).extracting(ChartLine::what).containsExactly("Essential hypertension");
        assertThat(problems.folds())
                .extracting(ChartSection.Fold::label)
                .containsExactly("Findings and circumstances (1)", "Resolved (1)");
    }

    @Test
    void whatWasOrderedAgainIsOneLine() {
        assertThat(view.current().getLast().lines()).singleElement().satisfies(line -> {
            assertThat(line.detail()).isEqualTo("1 per dose, once a day\u00a0· prescribed 2 times");
            assertThat(line.quote()).isEqualTo("Essential hypertension");
            assertThat(line.on()).isEqualTo("last on Sep\u00a01,\u00a02026");
        });
    }

    @Test
    void theSystolicComesFirstWhateverTheSourceSays() {
        var pressure = view.vitals().getFirst();

        assertThat(pressure.what()).isEqualTo("Blood pressure");
        assertThat(pressure.language()).as("a name of ours").isNull();
        assertThat(pressure.value()).isEqualTo("128 / 82 mmHg");
        assertThat(pressure.before()).isEqualTo("Before: 135 / 88 mmHg on Oct\u00a03,\u00a02025");
        assertThat(pressure.trend()).isEqualTo("2.0,2.0 50.0,11.2 98.0,22.0");
        assertThat(pressure.latest()).isEqualTo("98.0,22.0 98.0,22.0");
    }

    @Test
    void aScoreHasNoUnit() {
        assertThat(view.otherMeasurements()).singleElement().satisfies(row -> {
            assertThat(row.what()).isEqualTo("Pain severity");
            assertThat(row.language()).isEqualTo("en");
            assertThat(row.value()).isEqualTo("2");
            assertThat(row.trend()).isNull();
        });
    }

    @Test
    void onlyADocumentWhoseTextWeHoldIsALink() {
        assertThat(view.history().getLast().lines())
                .extracting(ChartLine::href)
                .containsExactly("/patients/7/documents/00000000-0000-0001-0000-000000000001", null);
    }

    @Test
    void aDateIsAsPreciseAsItsSource() {
        var dates = new ChartDates(shell.shell());
        var at = Instant.parse("2017-03-01T00:00:00Z");

        assertThat(dates.read(new ClinicalDate(at, Precision.YEAR))).isEqualTo("2017");
        assertThat(dates.read(new ClinicalDate(at, Precision.MONTH))).isEqualTo("Mar 2017");
        assertThat(dates.read(new ClinicalDate(at, Precision.DAY))).isEqualTo("Mar\u00a01,\u00a02017");
        assertThat(dates.read(new ClinicalDate(at, Precision.MOMENT))).isEqualTo("Feb\u00a028,\u00a02017");
        assertThat(dates.read(null)).isNull();
    }

    @Test
    void thePanelLeavesOutWhatACallHasNoTimeFor() {
        var brief = view.brief();

        assertThat(brief.allergies()).isEqualTo(view.allergies());
        assertThat(brief.history()).isEmpty();
        assertThat(brief.current()).allMatch(section -> section.folds().isEmpty());
        assertThat(shell.render(Page.of("chart/panel", brief)))
                .contains("128 / 82 mmHg")
                .doesNotContain("<html");
    }
}
