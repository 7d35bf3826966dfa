package health.visavis.files;

import health.visavis.kernel.FileId;
import java.util.Optional;

/// Where sealed chunks are: it learns ids, numbers and sizes, never content.
///
/// May be far away: not to be called in a transaction of somebody else.
public interface ChunkStore {

    /// Comes back when the chunk is stored durably. Written again, the first stays: a repetition after a lost answer
    /// is harmless.
    void put(FileId file, int place, byte[] sealed);

    Optional<byte[]> get(FileId file, int place);

    /// All chunks of it; none left is fine.
    void delete(FileId file, int chunks);
}
