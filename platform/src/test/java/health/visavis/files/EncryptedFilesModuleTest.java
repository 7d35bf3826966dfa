package health.visavis.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class EncryptedFilesModuleTest {

    private static final int LARGE = 2 * EncryptedFiles.CHUNK + 1_000;

    @Autowired
    EncryptedFiles files;

    @Autowired
    PatientRows rows;

    @Autowired
    TransactionTemplate transaction;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final PatientId patient = PatientId.next();
    private final byte[] content = new byte[LARGE];
    private FileId file;

    @BeforeEach
    void aLargeFile() {
        new Random(11).nextBytes(content);
        file = files.stage(patient, details(content.length), content);
        granted(patient, () -> {
            files.keep(file);
            return true;
        });
    }

    @Test
    void whatIsStoredIsReadAgain() throws IOException {
        assertThat(read(0, LARGE)).isEqualTo(content);
        assertThat(open().details().name()).isEqualTo("scan.pdf");
    }

    @Test
    void aPartIsReadWithoutTheRest() throws IOException {
        database.update("DELETE FROM file_chunk WHERE file_id = ? AND place = 0", file.value());
        var from = EncryptedFiles.CHUNK + 10;

        assertThat(read(from, from + 50)).isEqualTo(java.util.Arrays.copyOfRange(content, from, from + 50));
    }

    @Test
    void aFileThatWasCutDoesNotOpenToItsEnd() {
        database.update("DELETE FROM file_chunk WHERE file_id = ? AND place = 2", file.value());

        assertThatThrownBy(() -> read(0, LARGE)).isInstanceOf(FileDamaged.class);
    }

    /// Whoever cuts a file and says that it was never longer.
    @Test
    void aFileThatWasCutAndCountedAnewDoesNotOpen() {
        database.update("DELETE FROM file_chunk WHERE file_id = ? AND place = 2", file.value());
        database.update(
                "UPDATE stored_file SET chunks = 2, size = ? WHERE id = ?", 2 * EncryptedFiles.CHUNK, file.value());

        assertThatThrownBy(() -> read(0, 10)).isInstanceOf(FileDamaged.class);
    }

    @Test
    void chunksThatChangedPlacesDoNotOpen() {
        database.update("UPDATE file_chunk SET place = 9 WHERE file_id = ? AND place = 0", file.value());
        database.update("UPDATE file_chunk SET place = 0 WHERE file_id = ? AND place = 1", file.value());
        database.update("UPDATE file_chunk SET place = 1 WHERE file_id = ? AND place = 9", file.value());

        assertThatThrownBy(() -> read(0, 10)).isInstanceOf(FileDamaged.class);
    }

    @Test
    void aChunkOfAnotherFileDoesNotOpen() {
        var other = files.stage(patient, details(content.length), content);
        database.update(
                "UPDATE file_chunk SET sealed = (SELECT sealed FROM file_chunk WHERE file_id = ? AND place = 0)"
                        + " WHERE file_id = ? AND place = 0",
                other.value(),
                file.value());

        assertThatThrownBy(() -> read(0, 10)).isInstanceOf(FileDamaged.class);
    }

    @Test
    void aFileOfAnotherPatientIsNotFound() {
        var another = PatientId.next();
        assertThat(granted(another, () -> files.open(another, file))).isEmpty();
        assertThat(granted(another, () -> files.details(another, List.of(file))))
                .isEmpty();
        assertThat(granted(another, () -> files.open(patient, file))).isEmpty();
    }

    @Test
    void whatNothingRefersToIsSweptAndWhatIsKeptStays() {
        var staged = files.stage(patient, details(3), new byte[] {1, 2, 3});
        files.sweep();
        assertThat(found(staged)).isPresent();

        database.update(
                "UPDATE stored_file SET created_at = created_at - interval '2 hours' WHERE id IN (?, ?)",
                staged.value(),
                file.value());
        while (files.sweep() > 0) {}

        assertThat(found(staged)).isEmpty();
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM file_chunk WHERE file_id = ?", Integer.class, staged.value()))
                .isZero();
        assertThat(found(file)).isPresent();
    }

    @Test
    void aFileIsNotStoredInsideATransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        open -> files.stage(patient, details(3), new byte[] {1, 2, 3})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deletedIsGone() {
        files.delete(patient, List.of(file));

        assertThat(found(file)).isEmpty();
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM file_chunk WHERE file_id = ?", Integer.class, file.value()))
                .isZero();
    }

    private OpenFile open() {
        return found(file).orElseThrow();
    }

    private Optional<OpenFile> found(FileId id) {
        return granted(patient, () -> files.open(patient, id));
    }

    private <T> T granted(PatientId whom, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> {
            rows.openWithoutPermissionCheck(whom, Unasked.FILE_CONTENT);
            return work.get();
        }));
    }

    private byte[] read(long from, long until) throws IOException {
        var out = new ByteArrayOutputStream();
        open().writeTo(out, from, until);
        return out.toByteArray();
    }

    private static FileDetails details(int size) {
        return new FileDetails("scan.pdf", FileKind.PDF, size, 0, 0);
    }
}
