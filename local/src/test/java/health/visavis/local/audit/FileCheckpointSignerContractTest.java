package health.visavis.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.audit.CheckpointSigner;
import health.visavis.audit.CheckpointSignerContract;
import health.visavis.local.keystore.KeyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckpointSignerContractTest extends CheckpointSignerContract {

    @TempDir
    private Path temporary;

    @Override
    protected CheckpointSigner signer() {
        return FileCheckpointSigner.in(folder());
    }

    @Test
    void onlyItsOwnerReadsTheKey() throws IOException {
        assertThat(FileCheckpointSigner.publicKeyIn(folder())).isEmpty();
        var key = signer().sign(new byte[0]).publicKey();

        assertThat(FileCheckpointSigner.publicKeyIn(folder())).hasValue(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().file("audit-signing.key"))))
                .isEqualTo("rw-------");
    }

    private KeyFolder folder() {
        return KeyFolder.at(temporary.resolve("keys"));
    }
}
