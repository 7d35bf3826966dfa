package health.visavis.files;

import health.visavis.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class DatabaseChunksContractModuleTest extends ChunkStoreContract {

    @Autowired
    ChunkStore chunks;

    @Override
    protected ChunkStore store() {
        return chunks;
    }
}
