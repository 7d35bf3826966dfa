package health.visavis.telephone.domain;

import health.visavis.kernel.TimeOrderedId;
import java.util.UUID;

/// One telephone call.
public record PhoneCallId(UUID value) {

    public static PhoneCallId next() {
        return new PhoneCallId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
