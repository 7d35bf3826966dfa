package health.visavis.web.scheduling;

import java.time.Instant;
import java.time.ZoneId;

/// Whether two walls show the same time.
final class Clocks {

    private Clocks() {}

    static boolean differ(ZoneId one, ZoneId other, Instant at) {
        return !one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }
}
