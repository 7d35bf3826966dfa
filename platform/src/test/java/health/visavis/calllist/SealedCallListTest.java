package health.visavis.calllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.calllist.SealedCallList.Broken;
import health.visavis.calllist.SealedCallList.WrongPassphrase;
import health.visavis.keys.MemoryKeyVault;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedCallListTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final CallList LIST = new CallList(
            "Example Clinic",
            ZoneId.of("America/New_York"),
            NOON,
            List.of(
                    new CallList.Entry(NOON.plusSeconds(600), "Doc Example", "Pat Exámple", "(202) 456-1414", false),
                    new CallList.Entry(NOON.plusSeconds(1200), "Doc Example", "Jo Example", "", true)));

    private final MemoryKeyVault vault = new MemoryKeyVault();

    @Test
    void theClinicsKeysOpenIt() {
        var text = SealedCallList.seal(LIST, vault, null).text();

        assertThat(SealedCallList.read(text).open(vault)).contains(LIST);
    }

    @Test
    void thePassphraseOpensItWithoutTheClinicsKeys() {
        var recovery = RecoveryKey.read(
                RecoveryKey.make("correct horse battery".toCharArray()).written());
        var text = SealedCallList.seal(LIST, vault, recovery).text();

        var sealed = SealedCallList.read(text);

        assertThat(sealed.hasRecoveryKey()).isTrue();
        assertThat(sealed.open(new MemoryKeyVault())).isEmpty();
        assertThat(sealed.open("correct horse battery".toCharArray())).isEqualTo(LIST);
        assertThatThrownBy(() -> sealed.open("correct horse batterx".toCharArray()))
                .isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void nothingOfItCanBeReadButWhenItWasWritten() {
        var text = SealedCallList.seal(LIST, vault, null).text();

        assertThat(text).doesNotContain("Example Clinic,", "Pat", "456", "Doc");
        assertThat(SealedCallList.read(text).writtenAt()).isEqualTo(NOON);
    }

    @Test
    void aListThatWasMadeToLookYoungerDoesNotOpen() {
        var text = SealedCallList.seal(LIST, vault, null).text();

        var younger = SealedCallList.read(text.replace("2026-11-24T17", "2026-11-25T17"));

        assertThatThrownBy(() -> younger.open(vault)).isInstanceOf(Broken.class);
    }

    @Test
    void whatIsNoListSaysSo() {
        assertThatThrownBy(() -> SealedCallList.read("hello")).isInstanceOf(Broken.class);
        assertThatThrownBy(() -> SealedCallList.read("version=1\ncontent=\\u00"))
                .isInstanceOf(Broken.class);
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecoveryKey.make("short".toCharArray()));
    }

    @Test
    void twoListsShareNoKey() {
        var first = SealedCallList.seal(LIST, vault, null).text();
        var second = SealedCallList.seal(LIST, vault, null).text();

        assertThat(first.lines().filter(line -> line.startsWith("content")).toList())
                .isNotEqualTo(second.lines()
                        .filter(line -> line.startsWith("content"))
                        .toList());
    }
}
