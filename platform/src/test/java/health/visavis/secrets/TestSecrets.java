package health.visavis.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.core.env.StandardEnvironment;

/// Secrets as tests name them in settings.
public final class TestSecrets {

    private TestSecrets() {}

    /// A file of this JVM that holds it.
    ///
    /// @return its reference
    public static String inFile(String secret) {
        try {
            var file = Files.createTempFile("secret", "");
            file.toFile().deleteOnExit();
            Files.writeString(file, secret);
            return file.toUri().toString();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// Where no setting names one.
    public static Secrets none() {
        return new Secrets(new StandardEnvironment(), List.of());
    }
}
