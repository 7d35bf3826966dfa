package health.visavis.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.web.i18n.Language;
import health.visavis.web.layout.TestShell;
import org.junit.jupiter.api.Test;

class DosagesTest {

    private final Dosages english = new Dosages(TestShell.of(Language.ENGLISH).shell());
    private final Dosages spanish = new Dosages(TestShell.of(Language.SPANISH).shell());

    @Test
    void numbersAreReadInTheViewersLanguage() {
        assertThat(english.read("1 per dose, 1 time every day")).contains("1 per dose, once a day");
        assertThat(spanish.read("1 per dose, 2 times every day")).contains("1 por toma, 2 veces al día");
        assertThat(spanish.read("0.5 mg, 1 time every 8 hours")).contains("0.5\u00a0mg, una vez cada 8 horas");
    }

    @Test
    void sentencesOfTheImportAreReadInTheViewersLanguage() {
        assertThat(english.read("Take as needed.")).contains("As needed");
        assertThat(spanish.read("Every four to six hours, as needed"))
                .contains("Cada cuatro a seis horas, cuando lo necesite");
    }

    @Test
    void whatSomebodyWroteStays() {
        assertThat(spanish.read("Take as needed, with meals")).isEmpty();
        assertThat(spanish.read("2 tablets, 1 time every day")).isEmpty();
    }
}
