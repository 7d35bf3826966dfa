package health.visavis.links;

import health.visavis.kernel.TimeOrderedId;
import java.util.UUID;

public record LinkId(UUID value) {

    public static LinkId next() {
        return new LinkId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
