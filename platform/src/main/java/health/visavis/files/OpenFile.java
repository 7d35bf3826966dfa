package health.visavis.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntFunction;

/// A file that may be read: each chunk is opened when its turn comes, and only what has proved authentic is handed on.
public final class OpenFile {

    private final FileDetails details;
    private final IntFunction<byte[]> chunks;

    OpenFile(FileDetails details, IntFunction<byte[]> chunks) {
        this.details = details;
        this.chunks = chunks;
    }

    public FileDetails details() {
        return details;
    }

    public long size() {
        return details.size();
    }

    public void writeTo(OutputStream out) throws IOException {
        writeTo(out, 0, size());
    }

    /// @param until the first byte that is not wanted any more
    /// @throws FileDamaged when a chunk is missing or was changed
    public void writeTo(OutputStream out, long from, long until) throws IOException {
        if (from < 0 || from > until || until > size()) {
            throw new IllegalArgumentException("no such part of the file");
        }
        for (var at = from; at < until; ) {
            var place = (int) (at / EncryptedFiles.CHUNK);
            var start = (long) place * EncryptedFiles.CHUNK;
            var chunk = chunks.apply(place);
            var end = Math.min(until, start + chunk.length);
            out.write(chunk, (int) (at - start), (int) (end - at));
            at = end;
        }
    }
}
