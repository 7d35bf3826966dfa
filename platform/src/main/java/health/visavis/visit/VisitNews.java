package health.visavis.visit;

import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Companions;
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
    static final String GUEST = "guest";
    static final String STANDING = "standing";

    private final LiveEvents live;
    private final Companions companions;
    private final ObjectProvider<CallWatch> watches;

    VisitNews(LiveEvents live, Companions companions, ObjectProvider<CallWatch> watches) {
        this.live = live;
        this.companions = companions;
        this.watches = watches;
    }

    void changed(Encounter encounter) {
        var id = encounter.id().value();
        live.publish(Topic.visit(id), ENCOUNTER, id);
        live.publish(Topic.clinician(encounter.plan().clinician().value()), ENCOUNTER, id);
        companions.of(encounter.id()).stream()
                .filter(companion -> !(encounter instanceof Encounter.Unfinished) || letsIn(companion))
                .forEach(this::stands);
        if (encounter instanceof Encounter.Finished) {
            watches.forEach(watch -> watch.over(encounter.id()));
        }
    }

    void changed(Seat seat) {
        live.publish(Topic.visit(seat.visit().value()), SEAT, seat.id().value());
        watches.forEach(watch -> watch.peopleChanged(seat.visit()));
    }

    /// For the guest, and for those who let guests in.
    void changed(Companion companion) {
        live.publish(
                Topic.visit(companion.visit().value()), GUEST, companion.id().value());
        stands(companion);
    }

    /// A co-host hears of a patient who waits again.
    private static boolean letsIn(Companion companion) {
        return companion instanceof Companion.Admitted admitted && admitted.coHost();
    }

    private void stands(Companion companion) {
        live.publish(
                Topic.guest(companion.id().value()), STANDING, companion.visit().value());
    }

    void moved(Call.Open call) {
        var id = call.visit().value();
        live.publish(Topic.visit(id), RUNG, id);
    }

    void sent(Seat from, UUID signal) {
        live.publish(Topic.visit(from.visit().value()), SIGNAL, signal);
    }
}
