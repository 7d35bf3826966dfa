package health.visavis.visit;

import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where other capabilities tell open pages that something of theirs about a visit has changed: the visit's own pages,
/// and the waiting room, where its doctor and nurses look.
@Component
public class VisitTopics {

    private final LiveEvents live;
    private final Visits visits;

    VisitTopics(LiveEvents live, Visits visits) {
        this.live = live;
        this.visits = visits;
    }

    public void changed(String kind, VisitId visit) {
        live.publish(Topic.visit(visit.value()), kind, visit.value());
        Optional.ofNullable(visits.subject(visit).clinician())
                .ifPresent(clinician -> live.publish(Topic.clinician(clinician.value()), kind, visit.value()));
    }
}
