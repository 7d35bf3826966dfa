package health.visavis.telephone;

import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.Visits;
import org.springframework.stereotype.Component;

/// Tells open pages that something about a visit's telephone changed: the visit's own, and the waiting room.
@Component
class TelephoneNews {

    private static final String PHONE = "phone";

    private final LiveEvents live;
    private final Visits visits;

    TelephoneNews(LiveEvents live, Visits visits) {
        this.live = live;
        this.visits = visits;
    }

    void changed(VisitId visit) {
        live.publish(Topic.visit(visit.value()), PHONE, visit.value());
        visits.find(visit)
                .ifPresent(
                        found -> live.publish(Topic.clinician(found.clinician().value()), PHONE, visit.value()));
    }
}
