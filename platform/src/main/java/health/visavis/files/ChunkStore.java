package health.visavis.files;

import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import java.util.Optional;

/// Where sealed chunks are: it learns ids, numbers and sizes, never content.
///
/// May be far away: not to be called in a transaction of somebody else. Whose file it is, is for a store that keeps
/// patients apart.
public interface ChunkStore {

    /// Comes back when the chunk is stored durably. Written again, the first stays: a repetition after a lost answer
    /// is harmless.
    void put(PatientId patient, FileId file, int place, byte[] sealed);

    Optional<byte[]> get(PatientId patient, FileId file, int place);

    /// All chunks of it; none left is fine.
    void delete(PatientId patient, FileId file, int chunks);
}
