package health.visavis.azure.blob;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.audit.CheckpointWitness;
import health.visavis.audit.CheckpointWitness.WitnessAway;
import health.visavis.audit.CheckpointWitnessContract;
import health.visavis.azure.blob.SimulatedBlobs.Role;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Against a simulator of ours.
class BlobWitnessContractTest extends CheckpointWitnessContract {

    private static SimulatedBlobs blobs;

    @BeforeAll
    static void open() {
        blobs = new SimulatedBlobs();
    }

    @AfterAll
    static void close() {
        blobs.close();
    }

    @BeforeEach
    void begin() {
        blobs.empty();
    }

    @Override
    protected CheckpointWitness witness() {
        return new BlobWitness(blobs.requests(blobs.container()));
    }

    @Test
    void aServiceThatIsAwayIsSaid() {
        var away = new BlobWitness(blobs.requests(URI.create("https://localhost:1/clinic/files")));

        assertThatThrownBy(away::names).isInstanceOf(WitnessAway.class);
    }

    @Test
    void anIdentityThatMayNotAddIsSaid() {
        blobs.give(Role.READS);

        assertThatThrownBy(() -> witness().put("0000000000000000007.log", new byte[] {1}))
                .isInstanceOf(WitnessAway.class)
                .hasMessageContaining("403");
    }

    /// As the templates make it.
    @Nested
    class WithAnIdentityThatMayOnlyAdd extends CheckpointWitnessContract {

        @BeforeEach
        void give() {
            blobs.give(Role.ADDS);
        }

        @Override
        protected CheckpointWitness witness() {
            return BlobWitnessContractTest.this.witness();
        }
    }
}
