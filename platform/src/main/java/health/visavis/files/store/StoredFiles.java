package health.visavis.files.store;

import health.visavis.access.PatientRows;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.keys.RowContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which files there are, and whether anything refers to them.
@Repository
public class StoredFiles {

    /// @param size bytes of content in clear
    public record StoredFile(FileId id, PatientId patient, byte[] details, int chunks, long size) {}

    private static final String COLUMNS = "SELECT id, patient_id, details, chunks, size FROM stored_file ";

    private final JdbcClient jdbc;
    private final PatientRows rows;

    StoredFiles(JdbcClient jdbc, PatientRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public static RowContext detailsOf(FileId id) {
        return RowContext.of("stored_file", "details", id.value());
    }

    /// Where one chunk belongs: its place and how many there are, so that files that were cut or put together
    /// differently do not open.
    public static RowContext chunkOf(FileId id, int place, int chunks) {
        return RowContext.of("file_chunk", "sealed " + place + " of " + chunks, id.value());
    }

    /// @param sender null where nobody sent it
    public void stage(StoredFile file, @Nullable PersonId sender, Instant at) {
        rows.sql("""
                        INSERT INTO stored_file (id, patient_id, details, chunks, size, state, created_at, sender_id)
                        VALUES (?, ?, ?, ?, ?, 'STAGED', ?, ?)
                        """)
                .param(file.id().value())
                .param(file.patient().value())
                .param(file.details())
                .param(file.chunks())
                .param(file.size())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(sender == null ? null : sender.value())
                .update();
    }

    /// Bytes that a person has sent, also those that are staged only.
    public long sentSince(PersonId sender, Instant since) {
        return jdbc.sql("SELECT stored_file_bytes_sent(?, ?)")
                .params(sender.value(), since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// Whether it was staged until now.
    public boolean keep(FileId id) {
        return rows.sql("UPDATE stored_file SET state = 'KEPT' WHERE id = ? AND state = 'STAGED'")
                        .param(id.value())
                        .update()
                == 1;
    }

    public Optional<StoredFile> find(FileId id) {
        return rows.sql(COLUMNS + "WHERE id = ?")
                .param(id.value())
                .query(StoredFiles::file)
                .optional();
    }

    public List<StoredFile> all(Collection<FileId> ids) {
        return rows.sql(COLUMNS + "WHERE id = ANY (?)")
                .param(ids.stream().map(FileId::value).toArray(UUID[]::new))
                .query(StoredFiles::file)
                .list();
    }

    public List<StoredFile> stagedBefore(Instant before, int limit) {
        return rows.sql(COLUMNS + "WHERE state = 'STAGED' AND created_at < ? ORDER BY created_at LIMIT ?")
                .params(before.atOffset(ZoneOffset.UTC), limit)
                .query(StoredFiles::file)
                .list();
    }

    /// How many were there.
    public int remove(FileId id) {
        return rows.sql("DELETE FROM stored_file WHERE id = ?")
                .param(id.value())
                .update();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                new FileId(row.getObject("id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getBytes("details"),
                row.getInt("chunks"),
                row.getLong("size"));
    }
}
