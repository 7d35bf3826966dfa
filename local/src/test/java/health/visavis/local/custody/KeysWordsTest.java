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

class KeysWordsTest {

    private static final String PATIENT = "018f4d2e-0000-7000-8000-000000000001";

    @Test
    void eachActIsReadWithItsReasonAndWhereTheClinicIs() {
        var shred = (KeysWords.Shred) read("shred " + PATIENT + " --data /clinic --reason asked");
        assertThat(shred.patient()).isEqualTo(UUID.fromString(PATIENT));
        assertThat(shred.reason()).isEqualTo("asked");
        assertThat(shred.options().folders().data()).isEqualTo(Path.of("/clinic"));

        assertThat(read("revoke file-1 --reason old --data /clinic"))
                .isEqualTo(new KeysWords.Revoke(read("status --data /clinic").options(), "file-1", "old"));
        assertThat(((KeysWords.Rotate) read("rotate --data /clinic")).reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "burn",
                "shred",
                "shred Pat",
                "shred --reason asked",
                "revoke",
                "rotate --reason",
                "rotate --now",
                "status --reason --data /clinic"
            })
    void whatIsNotMeantSaysSo(String words) {
        assertThatThrownBy(() -> read(words)).isInstanceOf(CannotStart.class);
    }

    private static KeysWords read(String words) {
        return KeysWords.of(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
