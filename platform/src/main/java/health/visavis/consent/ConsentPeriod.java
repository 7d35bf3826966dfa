package health.visavis.consent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// How long a consent is to last (42 CFR 2.31(a)(7)).
public enum ConsentPeriod {
    ONE_YEAR,
    UNTIL_WITHDRAWN;

    /// @param zone the patient's, whose day counts
    Optional<Instant> end(Instant from, ZoneId zone) {
        return switch (this) {
            case ONE_YEAR -> Optional.of(from.atZone(zone).plusYears(1).toInstant());
            case UNTIL_WITHDRAWN -> Optional.empty();
        };
    }
}
