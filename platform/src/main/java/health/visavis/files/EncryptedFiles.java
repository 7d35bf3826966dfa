package health.visavis.files;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.files.store.StoredFiles;
import health.visavis.files.store.StoredFiles.StoredFile;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.keys.PatientCipher;
import health.visavis.keys.SealBroken;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Files, sealed in chunks with their patient's data key.
///
/// [#stage] comes back when all of the file is stored; [#keep], in the transaction that refers to it, makes it stay.
/// Between the two lies at most [#UNREFERRED], after which the file is swept away.
@Component
public class EncryptedFiles {

    static final int CHUNK = 1 << 20;
    static final Duration UNREFERRED = Duration.ofHours(1);
    private static final int SWEPT_AT_ONCE = 100;

    private final StoredFiles files;
    private final ChunkStore chunks;
    private final PatientRows rows;
    private final PatientCipher cipher;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EncryptedFiles(
            StoredFiles files,
            ChunkStore chunks,
            PatientRows rows,
            PatientCipher cipher,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = files;
        this.chunks = chunks;
        this.rows = rows;
        this.cipher = cipher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What the platform itself has made.
    ///
    /// @throws ChunkStoreAway when the chunks could not be stored
    public FileId stage(PatientId patient, FileDetails details, byte[] content) {
        return stage(patient, null, details, content);
    }

    /// What somebody has sent; counts against their [FileQuota].
    ///
    /// @throws ChunkStoreAway when the chunks could not be stored
    public FileId stageSent(PersonId sender, PatientId patient, FileDetails details, byte[] content) {
        return stage(patient, sender, details, content);
    }

    /// Not in a transaction: the store of chunks may be far away. The row comes first, so that whatever is stored can
    /// be found and swept.
    private FileId stage(PatientId patient, @Nullable PersonId sender, FileDetails details, byte[] content) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a file is stored before the transaction that refers to it");
        }
        if (content.length == 0 || content.length != details.size()) {
            throw new IllegalArgumentException("the size of a file does not match its content");
        }
        var id = FileId.next();
        var count = Math.ceilDiv(content.length, CHUNK);
        transaction.executeWithoutResult(open -> {
            rows.openWithoutPermissionCheck(patient, Unasked.FILE_CONTENT);
            files.stage(
                    new StoredFile(
                            id,
                            patient,
                            cipher.encryptText(patient, StoredFiles.detailsOf(id), details.written()),
                            count,
                            content.length),
                    sender,
                    clock.instant());
        });
        for (var place = 0; place < count; place++) {
            var plain = Arrays.copyOfRange(content, place * CHUNK, Math.min(content.length, (place + 1) * CHUNK));
            chunks.put(patient, id, place, cipher.encrypt(patient, StoredFiles.chunkOf(id, place, count), plain));
        }
        return id;
    }

    /// In the caller's transaction.
    public void keep(FileId id) {
        if (!files.keep(id)) {
            throw new IllegalStateException("file " + id + " is not staged");
        }
    }

    /// In a transaction that was granted it; what is opened may be read after it.
    public Optional<OpenFile> open(PatientId patient, FileId id) {
        return files.find(id).filter(file -> file.patient().equals(patient)).map(this::opened);
    }

    /// What files are, without their content.
    public Map<FileId, FileDetails> details(PatientId patient, Collection<FileId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return files.all(ids).stream()
                .filter(file -> file.patient().equals(patient))
                .collect(Collectors.toUnmodifiableMap(StoredFile::id, this::details));
    }

    /// Content first: a row without content is found again, content without a row never. Not in a transaction.
    public void delete(PatientId patient, Collection<FileId> ids) {
        opened(patient, () -> files.all(ids)).forEach(this::delete);
    }

    /// What was staged and never referred to.
    ///
    /// @return how many
    int sweep() {
        var left = Objects.requireNonNull(transaction.<List<StoredFile>>execute(open -> {
            rows.openEverybodyWithoutPermissionCheck(Unasked.FILE_SWEEP);
            return files.stagedBefore(clock.instant().minus(UNREFERRED), SWEPT_AT_ONCE);
        }));
        left.forEach(this::delete);
        return left.size();
    }

    private void delete(StoredFile file) {
        chunks.delete(file.patient(), file.id(), file.chunks());
        opened(file.patient(), () -> files.remove(file.id()));
    }

    private <T> T opened(PatientId patient, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> {
            rows.openWithoutPermissionCheck(patient, Unasked.FILE_CONTENT);
            return work.get();
        }));
    }

    private FileDetails details(StoredFile file) {
        return FileDetails.read(cipher.decryptText(file.patient(), StoredFiles.detailsOf(file.id()), file.details()));
    }

    private OpenFile opened(StoredFile file) {
        var details = details(file);
        return new OpenFile(details, place -> chunk(file, details.size(), place));
    }

    private byte[] chunk(StoredFile file, long size, int place) {
        var sealed = chunks.get(file.patient(), file.id(), place).orElseThrow(() -> new FileDamaged(file.id(), place));
        try {
            var plain = cipher.decrypt(file.patient(), StoredFiles.chunkOf(file.id(), place, file.chunks()), sealed);
            var rest = size - (long) place * CHUNK;
            if (plain.length != Math.min(rest, CHUNK)) {
                throw new FileDamaged(file.id(), place);
            }
            return plain;
        } catch (SealBroken changed) {
            throw new FileDamaged(file.id(), place);
        }
    }
}
