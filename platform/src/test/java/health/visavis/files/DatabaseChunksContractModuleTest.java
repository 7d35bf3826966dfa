package health.visavis.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.files.store.StoredFiles;
import health.visavis.files.store.StoredFiles.StoredFile;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class DatabaseChunksContractModuleTest extends ChunkStoreContract {

    @Autowired
    ChunkStore chunks;

    @Autowired
    StoredFiles files;

    @Autowired
    PatientRows rows;

    @Autowired
    TransactionTemplate transaction;

    @Override
    protected ChunkStore store() {
        return chunks;
    }

    @Override
    protected FileId announced(PatientId patient) {
        var id = FileId.next();
        transaction.executeWithoutResult(open -> {
            rows.openWithoutPermissionCheck(patient, Unasked.FILE_CONTENT);
            files.stage(new StoredFile(id, patient, new byte[] {0}, 2, 2), null, Instant.now());
        });
        return id;
    }

    @Test
    void aChunkOfAnotherPatientsFileIsNeitherFoundNorPutNorDeleted() {
        var owner = PatientId.next();
        var curious = PatientId.next();
        var file = announced(owner);
        chunks.put(owner, file, 0, new byte[] {1});

        assertThat(chunks.get(curious, file, 0)).isEmpty();
        assertThatThrownBy(() -> chunks.put(curious, file, 1, new byte[] {2}))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
        chunks.delete(curious, file, 1);
        assertThat(chunks.get(owner, file, 0)).isPresent();
    }
}
