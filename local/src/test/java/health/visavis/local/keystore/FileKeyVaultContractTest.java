package health.visavis.local.keystore;

import health.visavis.keys.KeyVault;
import health.visavis.keys.KeyVaultContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileKeyVaultContractTest extends KeyVaultContract {

    @TempDir
    private Path folder;

    @Override
    protected KeyVault vault() {
        return FileKeyVault.in(folder.resolve("keys"));
    }
}
