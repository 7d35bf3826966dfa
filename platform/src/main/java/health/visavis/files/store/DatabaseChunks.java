package health.visavis.files.store;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.files.ChunkStore;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/// Chunks as rows: in the same backup as what refers to them, and the same for every instance. A chunk is behind the
/// second wall with the row of its file.
public final class DatabaseChunks implements ChunkStore {

    private final PatientRows rows;
    private final TransactionTemplate transaction;

    public DatabaseChunks(PatientRows rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public void put(PatientId patient, FileId file, int place, byte[] sealed) {
        opened(
                patient,
                () -> rows.sql(
                                "INSERT INTO file_chunk (file_id, place, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(file.value(), place, sealed)
                        .update());
    }

    @Override
    public Optional<byte[]> get(PatientId patient, FileId file, int place) {
        return opened(
                patient,
                () -> rows.sql("SELECT sealed FROM file_chunk WHERE file_id = ? AND place = ?")
                        .params(file.value(), place)
                        .query((row, number) -> row.getBytes("sealed"))
                        .optional());
    }

    @Override
    public void delete(PatientId patient, FileId file, int chunks) {
        opened(
                patient,
                () -> rows.sql("DELETE FROM file_chunk WHERE file_id = ?")
                        .param(file.value())
                        .update());
    }

    private <T> T opened(PatientId patient, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> {
            rows.openWithoutPermissionCheck(patient, Unasked.FILE_CONTENT);
            return work.get();
        }));
    }
}
