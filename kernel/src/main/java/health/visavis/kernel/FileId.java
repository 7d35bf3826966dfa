package health.visavis.kernel;

import java.util.UUID;

/// One stored file: its content is written once and never changed.
public record FileId(UUID value) {

    public static FileId next() {
        return new FileId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
