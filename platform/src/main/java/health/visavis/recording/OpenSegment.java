package health.visavis.recording;

import health.visavis.files.OpenFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Parts that are played one after the other, read as one.
public final class OpenSegment {

    private final List<OpenFile> parts;
    private final long size;

    OpenSegment(List<OpenFile> parts) {
        this.parts = List.copyOf(parts);
        this.size = parts.stream().mapToLong(OpenFile::size).sum();
    }

    public String mediaType() {
        return parts.getFirst().details().kind().mediaType();
    }

    public long size() {
        return size;
    }

    /// @param until the first byte that is not wanted any more
    public void writeTo(OutputStream out, long from, long until) throws IOException {
        var start = 0L;
        for (var part : parts) {
            var end = start + part.size();
            if (end > from && start < until) {
                part.writeTo(out, Math.max(from, start) - start, Math.min(until, end) - start);
            }
            start = end;
        }
    }
}
