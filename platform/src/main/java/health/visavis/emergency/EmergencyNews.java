package health.visavis.emergency;

import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.Visits;
import org.springframework.stereotype.Component;

/// Tells open pages: the visit's own, and the waiting room, where a nurse looks.
@Component
class EmergencyNews {

    private static final String EMERGENCY = "emergency";

    private final LiveEvents live;
    private final Visits visits;

    EmergencyNews(LiveEvents live, Visits visits) {
        this.live = live;
        this.visits = visits;
    }

    void changed(VisitId visit) {
        live.publish(Topic.visit(visit.value()), EMERGENCY, visit.value());
        visits.find(visit)
                .ifPresent(
                        found -> live.publish(Topic.clinician(found.clinician().value()), EMERGENCY, visit.value()));
    }
}
