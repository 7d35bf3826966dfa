package health.visavis.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void plainWordsKeepTheirApostrophes() {
        assertThat(Pattern.parse("You're next, don't leave").fill(Language.ENGLISH))
                .isEqualTo("You're next, don't leave");
    }

    @Test
    void argumentsTakeTheirPlaces() {
        assertThat(Pattern.parse("{1} with {0}").fill(Language.ENGLISH, "Ana", "Visit"))
                .isEqualTo("Visit with Ana");
    }

    @Test
    void aCountChoosesItsForm() {
        var messages = Pattern.parse("{0, plural, zero {No messages} one {# message} other {# messages}}");

        assertThat(messages.fill(Language.ENGLISH, 0)).isEqualTo("No messages");
        assertThat(messages.fill(Language.ENGLISH, 1)).isEqualTo("1 message");
        assertThat(messages.fill(Language.ENGLISH, 1200)).isEqualTo("1,200 messages");
    }

    @Test
    void aPluralWithoutItsFormsIsRefused() {
        assertThatThrownBy(() -> Pattern.parse("{0, plural, one {# day}}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOpenBraceIsRefused() {
        assertThatThrownBy(() -> Pattern.parse("{0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingArgumentIsRefused() {
        var pattern = Pattern.parse("{0} at {1}");

        assertThatThrownBy(() -> pattern.fill(Language.ENGLISH, "Monday")).isInstanceOf(IllegalArgumentException.class);
    }
}
