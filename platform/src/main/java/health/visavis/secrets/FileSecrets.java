package health.visavis.secrets;

import health.visavis.kernel.Sensitive;
import health.visavis.secrets.SecretReference.InFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Files of this machine: what an installation of one machine makes, and what a cluster mounts.
final class FileSecrets implements SecretStore {

    private static final long LARGEST = 64 * 1024L;

    @Override
    public boolean holds(SecretReference reference) {
        return reference instanceof InFile;
    }

    @Override
    public Sensitive<String> read(SecretReference reference) {
        if (!(reference instanceof InFile(Path path))) {
            throw new SecretUnavailable(reference, "it lies in no file");
        }
        try {
            if (Files.size(path) > LARGEST) {
                throw new SecretUnavailable(reference, "the file is too large");
            }
            var text = Files.readString(path, StandardCharsets.UTF_8).replaceFirst("[\r\n]+$", "");
            if (text.isBlank()) {
                throw new SecretUnavailable(reference, "it is empty");
            }
            return Sensitive.of(text);
        } catch (NoSuchFileException missing) {
            throw new SecretUnavailable(reference, "there is no such file");
        } catch (IOException unreadable) {
            throw new SecretUnavailable(
                    reference,
                    "the file cannot be read, " + unreadable.getClass().getSimpleName());
        }
    }
}
