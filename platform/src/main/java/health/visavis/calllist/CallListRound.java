package health.visavis.calllist;

import health.visavis.access.Actor;
import health.visavis.keys.KeyVault;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes the list once: collected, sealed, and put in the place of the last one in a single step, so that a copy is
/// never half a list.
@Component
class CallListRound {

    private static final Actor CALL_LIST = Actor.system("call-list");

    private final CollectCallList collectCallList;
    private final KeyVault vault;

    CallListRound(CollectCallList collectCallList, KeyVault vault) {
        this.collectCallList = collectCallList;
        this.vault = vault;
    }

    void write(Path folder) {
        var list = collectCallList.collect(CALL_LIST);
        try {
            Files.createDirectories(folder);
            var sealed = SealedCallList.seal(list, vault, recoveryKey(folder));
            var file = folder.resolve(SealedCallList.FILE);
            var next = Files.createTempFile(folder, "call-list", ".part");
            try {
                Files.writeString(next, sealed.text());
                readableByOwner(next);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the call list could not be written", full);
        }
    }

    private static @Nullable RecoveryKey recoveryKey(Path folder) throws IOException {
        var file = folder.resolve(RecoveryKey.FILE);
        if (Files.notExists(file)) {
            return null;
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return RecoveryKey.read(properties);
    }

    private static void readableByOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
