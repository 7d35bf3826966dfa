package health.visavis.local.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.WrappedKey;
import health.visavis.local.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyVaultTest {

    private static final byte[] DATA_KEY = new byte[32];

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void setUp() {
        folder = temporary.resolve("keys");
    }

    @Test
    void onlyTheOwnerCanOpenTheFolderAndTheFile() throws IOException {
        FileKeyVault.in(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("wrapping.keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersCanReadIsRefusedWithTheRemedy() throws IOException {
        FileKeyVault.in(folder);
        Files.setPosixFilePermissions(folder.resolve("wrapping.keys"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> FileKeyVault.in(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("other users of this machine can open it (rw-r--r--)")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFolderThatOthersCanOpenIsRefusedWithTheRemedy() throws IOException {
        FileKeyVault.in(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> FileKeyVault.in(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("chmod 700");
    }

    @Test
    void aKeyWrappedBeforeARotationAndARestartIsStillUnwrapped() {
        var vault = FileKeyVault.in(folder);
        var before = vault.wrap(DATA_KEY);
        vault.rotate();

        var restarted = FileKeyVault.in(folder);
        assertThat(restarted.currentKeyId()).isNotEqualTo(before.keyId());
        assertThat(restarted.unwrap(before)).isEqualTo(DATA_KEY);
        assertThat(restarted.unwrap(restarted.wrap(DATA_KEY))).isEqualTo(DATA_KEY);
    }

    /// A command beside the application that runs.
    @Test
    void whatAnotherProcessHasTurnedAndRevokedHoldsHereToo() {
        var running = FileKeyVault.in(folder);
        var before = running.wrap(DATA_KEY);
        var command = FileKeyVault.in(folder);

        var current = command.rotate();
        assertThat(running.currentKeyId()).isEqualTo(current);
        assertThat(running.wrap(DATA_KEY).keyId()).isEqualTo(current);

        command.revoke(before.keyId());
        assertThatThrownBy(() -> running.unwrap(before)).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void twoThatTurnAtOnceLoseNeitherVersion() throws Exception {
        var vault = FileKeyVault.in(folder);
        var first = vault.wrap(DATA_KEY);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var turned : threads.invokeAll(Collections.nCopies(12, (Callable<WrappedKey>) () -> {
                var one = FileKeyVault.in(folder);
                one.rotate();
                return one.wrap(DATA_KEY);
            }))) {
                assertThat(vault.unwrap(turned.get())).isEqualTo(DATA_KEY);
            }
        }
        assertThat(vault.unwrap(first)).isEqualTo(DATA_KEY);
    }

    @Test
    void aRevokedKeyIsNoLongerInTheFile() throws IOException {
        var vault = FileKeyVault.in(folder);
        var before = vault.currentKeyId();
        vault.rotate();

        vault.revoke(before);

        assertThat(Files.readString(folder.resolve("wrapping.keys"))).doesNotContain("key." + before);
        assertThat(vault.isEarlier(before, vault.currentKeyId())).isTrue();
    }

    @Test
    void theKeyIdIsPartOfWhatIsAuthenticated() {
        var vault = FileKeyVault.in(folder);
        var wrapped = vault.wrap(DATA_KEY);
        vault.rotate();

        assertThatThrownBy(() -> vault.unwrap(new WrappedKey(vault.currentKeyId(), wrapped.bytes())))
                .isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void aKeyOfAnotherInstallationIsUnavailable() {
        var theirs = FileKeyVault.in(temporary.resolve("others")).wrap(DATA_KEY);

        assertThatThrownBy(() -> FileKeyVault.in(folder).unwrap(theirs)).isInstanceOf(KeyUnavailable.class);
    }
}
