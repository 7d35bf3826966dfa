package health.visavis.emergency;

import health.visavis.emergency.store.EmergencyLog;
import health.visavis.kernel.VisitId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for pages that have asked for theirs.
@Component
public class Emergencies {

    /// The kind of live event that tells of a press or a confirmed place.
    static final String NEWS = "emergency";

    private final EmergencyLog log;

    Emergencies(EmergencyLog log) {
        this.log = log;
    }

    /// When the button was last pressed, for those of these visits in which it was.
    public Map<VisitId, Instant> among(Collection<VisitId> visits) {
        return log.lastRaised(visits);
    }
}
