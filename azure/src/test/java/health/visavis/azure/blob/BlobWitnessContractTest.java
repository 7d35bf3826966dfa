package health.visavis.azure.blob;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.audit.CheckpointWitness;
import health.visavis.audit.CheckpointWitness.WitnessAway;
import health.visavis.audit.CheckpointWitnessContract;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
}
