package health.visavis.azure.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.visavis.secrets.SecretReference;
import health.visavis.secrets.SecretReference.InVault;
import health.visavis.secrets.SecretStore;
import health.visavis.secrets.SecretStoreContract;
import health.visavis.secrets.SecretUnavailable;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.fault.Fault;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.vault.SimulatedKeyVault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/// The vault is a simulation that keeps to Microsoft's documentation.
class KeyVaultSecretsContractTest extends SecretStoreContract {

    private static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.make(Clock.systemUTC());
    private static final Faults FAULTS = new Faults();
    private static FakeEntra entra;
    private static SimulatedKeyVault vault;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        entra = FakeEntra.start(Clock.systemUTC(), 0, CERTIFICATE);
        vault = SimulatedKeyVault.start(entra, FAULTS, CERTIFICATE);
    }

    @AfterAll
    static void stop() {
        vault.close();
        entra.close();
    }

    @BeforeEach
    void begin() {
        FAULTS.clear();
        vault.closeToUs(false);
    }

    @Override
    protected SecretStore store() {
        return new KeyVaultSecrets(
                SimulatedVaults.settings(vault.endpoint(), List.of()),
                () -> SimulatedVaults.requests(entra, CERTIFICATE, folder));
    }

    @Override
    protected SecretReference put(String secret) {
        vault.keep("turn-secret", secret);
        return new InVault("turn-secret", null);
    }

    @Override
    protected SecretReference nothing() {
        return new InVault("nothing", null);
    }

    @Test
    void aVersionIsReadByItsName() {
        var version = vault.keep("turn-secret", "the first");

        assertThat(store().read(new InVault("turn-secret", version)).reveal()).isEqualTo("the first");
        vault.disable(version);
        assertSaid(new InVault("turn-secret", version), "the vault has none that is enabled");
    }

    @Test
    void whoLacksTheRoleIsRefused() {
        var reference = put("a secret");
        vault.closeToUs(true);

        assertSaid(reference, "key vault refused: answered 403");
    }

    @Test
    void aVaultThatFailsIsNotWaitedForLong() {
        var reference = put("a secret");
        FAULTS.always("GET /secrets/.*", new Fault.Failed(500));

        assertSaid(reference, "key vault failed: answered 500");
    }

    @Test
    void whereNoVaultIsNamedThereIsNoPlace() {
        assertThat(new KeyVaultSecretsMaker().make(new MockEnvironment())).isEmpty();
        assertThat(new KeyVaultSecretsMaker()
                        .make(new MockEnvironment()
                                .withProperty("visavis.azure.key-vault.endpoint", "https://clinic.vault.azure.net")))
                .isPresent();
    }

    private void assertSaid(SecretReference reference, String problem) {
        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> store().read(reference))
                .withMessage("The secret at " + reference + " cannot be read: " + problem + ".");
    }
}
