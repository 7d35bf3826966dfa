package health.visavis.local.calllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.calllist.CallList;
import health.visavis.calllist.RecoveryKey;
import health.visavis.calllist.SealedCallList;
import health.visavis.local.CannotStart;
import health.visavis.local.keystore.FileKeyVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// There is no database and no server anywhere near this test: the files are all there is.
class CallListCommandTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final String WORDS = "four words are good";
    private static final CallList LIST = new CallList(
            "Example & Sons",
            ZoneId.of("America/New_York"),
            NOON,
            List.of(
                    new CallList.Entry(NOON.plusSeconds(1800), "Doc Example", "Pat <Example>", "(202) 456-1414", false),
                    new CallList.Entry(NOON.plusSeconds(80_000), "Doc Example", "Jo Example", "", true)));

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path folder;
    private Path keys;

    @BeforeEach
    void aListWasWritten() throws IOException {
        folder = temporary.resolve("data").resolve("call-list");
        keys = temporary.resolve("data-keys");
        Files.createDirectories(folder);
        write(null);
    }

    @Test
    void theKeysBesideTheDataOpenIt() {
        run(NOON.plusSeconds(120), folder.toString());

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Call list of Example & Sons", "2 minutes ago", "12:30 PM", "Pat <Example>", "(202) 456-1414")
                .contains("Tuesday, November 24", "Wednesday, November 25", "no number", "by phone anyway")
                .doesNotContain("What was booked");
    }

    @Test
    void thePassphraseOpensItOnAnotherMachine() throws IOException {
        run(NOON, "key", folder.toString());
        write(key());
        var elsewhere = temporary.resolve("stick").resolve("list.visavis");
        Files.createDirectories(elsewhere.getParent());
        Files.copy(folder.resolve(SealedCallList.FILE), elsewhere);

        run(NOON, elsewhere.toString());

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Pat <Example>");
    }

    @Test
    void aWrongPassphraseSaysWhatToDo() throws IOException {
        run(NOON, "key", folder.toString());
        write(key());
        var elsewhere = temporary.resolve("list.visavis");
        Files.copy(folder.resolve(SealedCallList.FILE), elsewhere);
        var command = new CallListCommand(_ -> "something else".toCharArray(), out(), Clock.systemUTC());

        assertThatThrownBy(() -> command.run(List.of(elsewhere.toString())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("passphrase does not open");
    }

    @Test
    void withoutKeysAndPassphraseItSaysWhichAreMissing() throws IOException {
        var elsewhere = temporary.resolve("list.visavis");
        Files.copy(folder.resolve(SealedCallList.FILE), elsewhere);

        assertThatThrownBy(() -> run(NOON, elsewhere.toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--keys FOLDER");
    }

    @Test
    void anOldListSaysItsAge() {
        run(NOON.plus(Duration.ofHours(7)), folder.toString());

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("7 hours ago")
                .contains("What was booked, moved or cancelled since is not in it.");
    }

    @Test
    void thePrintedPageIsReadableByItsOwnerOnlyAndTakesNothingForMarkup() throws IOException {
        var page = temporary.resolve("list.html");

        run(NOON, folder.toString(), "--html", page.toString());

        assertThat(Files.readString(page))
                .contains("Pat &lt;Example&gt;", "Example &amp; Sons")
                .doesNotContain("<script");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("delete it")
                .doesNotContain("Pat");
        assertThatThrownBy(() -> run(NOON, folder.toString(), "--html", page.toString()))
                .hasMessageContaining("is there already");
    }

    @Test
    void aPassphraseIsMadeOnceAndNeverByMistake() {
        assertThatThrownBy(() -> new CallListCommand(_ -> "short".toCharArray(), out(), Clock.systemUTC())
                        .run(List.of("key", folder.toString())))
                .hasMessageContaining("too short");
        run(NOON, "key", folder.toString());

        assertThatThrownBy(() -> run(NOON, "key", folder.toString())).hasMessageContaining("is there already");
        assertThat(folder.resolve(RecoveryKey.FILE)).exists();
    }

    @Test
    void whatIsNoListSaysSo() throws IOException {
        Files.writeString(folder.resolve(SealedCallList.FILE), "hello");

        assertThatThrownBy(() -> run(NOON, folder.toString())).hasMessageContaining("is no call list");
        assertThatThrownBy(() -> run(NOON, temporary.resolve("nothing").toString()))
                .hasMessageContaining("There is no call list");
    }

    private void write(RecoveryKey recovery) throws IOException {
        Files.writeString(
                folder.resolve(SealedCallList.FILE),
                SealedCallList.seal(LIST, FileKeyVault.in(keys), recovery).text());
    }

    private RecoveryKey key() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(folder.resolve(RecoveryKey.FILE))));
        return RecoveryKey.read(properties);
    }

    private void run(Instant at, String... words) {
        new CallListCommand(_ -> WORDS.toCharArray(), out(), Clock.fixed(at, ZoneOffset.UTC)).run(List.of(words));
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }
}
