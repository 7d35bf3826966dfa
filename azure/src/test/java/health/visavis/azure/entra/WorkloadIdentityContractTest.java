package health.visavis.azure.entra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class WorkloadIdentityContractTest extends EntraIdentityContract {

    @TempDir
    Path folder;

    @Override
    EntraSettings settings() throws IOException {
        var assertion = Files.writeString(folder.resolve("assertion.jwt"), "an-assertion-of-the-cluster");
        return new EntraSettings(address(), TENANT, CLIENT, assertion.toString(), EntraSettings.Managed.NONE);
    }
}
