package health.visavis.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.visavis.secrets.SecretReference.InFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretsContractTest extends SecretStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected SecretStore store() {
        return new FileSecrets();
    }

    @Override
    protected SecretReference put(String secret) {
        return SecretReference.parse(TestSecrets.inFile(secret)).orElseThrow();
    }

    @Override
    protected SecretReference nothing() {
        return new InFile(folder.resolve("nothing"));
    }

    /// `openssl rand -hex 32 > FILE` ends its line.
    @Test
    void theEndOfTheLineIsNoPartOfIt() {
        assertThat(store().read(put("a secret \r\n\n")).reveal()).isEqualTo("a secret ");
    }

    @Test
    void aFileThatIsNoSecretIsNotReadIn() throws IOException {
        var large = Files.write(folder.resolve("large"), new byte[70_000]);

        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> store().read(new InFile(large)))
                .withMessageEndingWith("the file is too large.");
        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> store().read(new InFile(folder)))
                .withMessageContaining("cannot be read");
    }
}
