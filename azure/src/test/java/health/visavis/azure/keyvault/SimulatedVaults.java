package health.visavis.azure.keyvault;

import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.vault.SimulatedKeyVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How a simulated vault is asked.
final class SimulatedVaults {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private SimulatedVaults() {}

    static KeyVaultSettings settings(URI endpoint, List<URI> others) {
        return new KeyVaultSettings(
                endpoint, others, SimulatedKeyVault.KEY, SimulatedKeyVault.SIGNING_KEY, WITHIN, WITHIN);
    }

    /// @param folder for the assertion of the cluster
    static VaultRequests requests(FakeEntra entra, SelfMadeCertificate certificate, Path folder) {
        var assertion = folder.resolve("assertion.jwt");
        try {
            Files.writeString(assertion, "an-assertion-of-the-cluster");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        var client = AzureHttp.client(WITHIN, WITHIN, certificate.forClients());
        var identity = EntraIdentity.of(
                new EntraSettings(
                        entra.address(),
                        "11111111-2222-3333-4444-555555555555",
                        "66666666-7777-8888-9999-000000000000",
                        assertion.toString(),
                        EntraSettings.Managed.NONE),
                client);
        return new VaultRequests(client, identity);
    }
}
