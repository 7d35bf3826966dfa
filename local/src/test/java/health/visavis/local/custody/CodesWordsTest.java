package health.visavis.local.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.local.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesWordsTest {

    private static final String REQUEST = "018f4d2e-0000-7000-8000-000000000001";

    @Test
    void whatIsPrintedIsNamedOrTheOnlyOneThatIsAgreed() {
        var named = (CodesWords.Print) read("print " + REQUEST + " --data /clinic");
        assertThat(named.request()).contains(UUID.fromString(REQUEST));
        assertThat(named.options().folders().data()).isEqualTo(Path.of("/clinic"));
        assertThat(((CodesWords.Print) read("print --data /clinic")).request()).isEmpty();
        assertThat(read("status --data /clinic")).isInstanceOf(CodesWords.Status.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "make", "print everything", "print " + REQUEST + " again", "status " + REQUEST, "print --now"
            })
    void whatIsNotMeantSaysSo(String words) {
        assertThatThrownBy(() -> read(words)).isInstanceOf(CannotStart.class);
    }

    private static CodesWords read(String words) {
        return CodesWords.of(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
