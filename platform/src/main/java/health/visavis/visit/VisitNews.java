package health.visavis.visit;

import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells open pages what changed: the page of the visit, and the clinician's waiting room.
@Component
class VisitNews {

    static final String ENCOUNTER = "encounter";
    static final String SEAT = "seat";
    static final String RUNG = "rung";
    static final String SIGNAL = "signal";

    private final LiveEvents live;

    VisitNews(LiveEvents live) {
        this.live = live;
    }

    void changed(Encounter encounter) {
        var id = encounter.id().value();
        live.publish(Topic.visit(id), ENCOUNTER, id);
        live.publish(Topic.clinician(encounter.plan().clinician().value()), ENCOUNTER, id);
    }

    void changed(Seat seat) {
        live.publish(Topic.visit(seat.visit().value()), SEAT, seat.id().value());
    }

    void moved(Call.Open call) {
        var id = call.visit().value();
        live.publish(Topic.visit(id), RUNG, id);
    }

    void sent(Seat from, UUID signal) {
        live.publish(Topic.visit(from.visit().value()), SIGNAL, signal);
    }
}
