package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.visit.ReadVisit;
import health.visavis.web.live.LiveEventView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The call has moved to another engine; whoever is in it follows.
@Component
class RungEventView implements LiveEventView {

    private final ReadVisit readVisit;

    RungEventView(ReadVisit readVisit) {
        this.readVisit = readVisit;
    }

    record Standing(int rung, String reason) {}

    @Override
    public String kind() {
        return "rung";
    }

    @Override
    public boolean forGuests() {
        return true;
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        var rungs = readVisit.ladder(viewer, new VisitId(event.ref()));
        return rungs.isEmpty()
                ? null
                : new Standing(rungs.getLast().number(), rungs.getLast().reason());
    }
}
