package health.visavis.visit;

import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells open pages what changed, the page of the visit and the clinician's waiting room, and whoever watches the
/// call.
@Component
class VisitNews {

    static final String ENCOUNTER = "encounter";
    static final String SEAT = "seat";
    static final String RUNG = "rung";
    static final String SIGNAL = "signal";

    private final LiveEvents live;
    private final ObjectProvider<CallWatch> watches;

    VisitNews(LiveEvents live, ObjectProvider<CallWatch> watches) {
        this.live = live;
        this.watches = watches;
    }

    void changed(Encounter encounter) {
        var id = encounter.id().value();
        live.publish(Topic.visit(id), ENCOUNTER, id);
        live.publish(Topic.clinician(encounter.plan().clinician().value()), ENCOUNTER, id);
        if (encounter instanceof Encounter.Finished) {
            watches.forEach(watch -> watch.over(encounter.id()));
        }
    }

    void changed(Seat seat) {
        live.publish(Topic.visit(seat.visit().value()), SEAT, seat.id().value());
        watches.forEach(watch -> watch.peopleChanged(seat.visit()));
    }

    void moved(Call.Open call) {
        var id = call.visit().value();
        live.publish(Topic.visit(id), RUNG, id);
    }

    void sent(Seat from, UUID signal) {
        live.publish(Topic.visit(from.visit().value()), SIGNAL, signal);
    }
}
