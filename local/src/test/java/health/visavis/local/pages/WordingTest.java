package health.visavis.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static final Set<String> SAME_IN_BOTH = Set.of("local.mailbox.letters.sms");

    @ParameterizedTest
    @ValueSource(strings = {"local-signin", "local-mailbox", "local-phone"})
    void everyTextIsThereInBothLanguagesAndSaysItInItsOwn(String area) {
        var wordings = Wording.of(area);
        var english = wordings.get(Language.ENGLISH).texts();
        var spanish = wordings.get(Language.SPANISH).texts();

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !SAME_IN_BOTH.contains(key))
                .allSatisfy(key -> assertThat(spanish.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)));
    }
}
