package health.visavis.files.store;

import health.visavis.files.ChunkStore;
import health.visavis.kernel.FileId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Chunks as rows: in the same backup as what refers to them, and the same for every instance.
public final class DatabaseChunks implements ChunkStore {

    private final JdbcClient jdbc;

    public DatabaseChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(FileId file, int place, byte[] sealed) {
        jdbc.sql("INSERT INTO file_chunk (file_id, place, sealed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(file.value(), place, sealed)
                .update();
    }

    @Override
    public Optional<byte[]> get(FileId file, int place) {
        return jdbc.sql("SELECT sealed FROM file_chunk WHERE file_id = ? AND place = ?")
                .params(file.value(), place)
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }

    @Override
    public void delete(FileId file, int chunks) {
        jdbc.sql("DELETE FROM file_chunk WHERE file_id = ?").param(file.value()).update();
    }
}
