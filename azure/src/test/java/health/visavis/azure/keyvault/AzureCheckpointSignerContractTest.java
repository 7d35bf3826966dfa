package health.visavis.azure.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.audit.CheckpointSigner;
import health.visavis.audit.CheckpointSigner.SignerAway;
import health.visavis.audit.CheckpointSignerContract;
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

/// The vault is a simulation that keeps to Microsoft's documentation.
class AzureCheckpointSignerContractTest extends CheckpointSignerContract {

    private static final byte[] TEXT = {1, 2, 3};
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
    protected CheckpointSigner signer() {
        return new AzureCheckpointSigner(
                SimulatedVaults.settings(vault.endpoint(), List.of()),
                SimulatedVaults.requests(entra, CERTIFICATE, folder));
    }

    @Test
    void whoLacksTheRoleSignsNothing() {
        vault.closeToUs(true);

        assertThatThrownBy(() -> signer().sign(TEXT)).isInstanceOf(SignerAway.class);
    }

    @Test
    void aVaultThatFailedIsAskedAnew() {
        var signer = signer();
        FAULTS.always("POST /keys/checkpoints/.*", new Fault.Failed(500));
        assertThatThrownBy(() -> signer.sign(TEXT)).isInstanceOf(SignerAway.class);

        FAULTS.clear();
        assertThat(signer.sign(TEXT).bytes()).hasSize(64);
    }
}
