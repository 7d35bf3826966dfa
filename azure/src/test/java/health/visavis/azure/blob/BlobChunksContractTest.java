package health.visavis.azure.blob;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.files.ChunkStore;
import health.visavis.files.ChunkStoreAway;
import health.visavis.files.ChunkStoreContract;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Against a simulator of ours.
class BlobChunksContractTest extends ChunkStoreContract {

    private static SimulatedBlobs blobs;

    @BeforeAll
    static void open() {
        blobs = new SimulatedBlobs();
    }

    @AfterAll
    static void close() {
        blobs.close();
    }

    @Override
    protected ChunkStore store() {
        return storeAt(blobs.container());
    }

    @Test
    void aServiceThatIsAwayIsSaid() {
        var away = storeAt(URI.create("https://localhost:1/clinic/files"));

        assertThatThrownBy(() -> away.get(PatientId.next(), FileId.next(), 0)).isInstanceOf(ChunkStoreAway.class);
    }

    private static ChunkStore storeAt(URI container) {
        return new BlobChunks(blobs.requests(container));
    }
}
