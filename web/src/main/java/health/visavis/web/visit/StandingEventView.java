package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.AttendAsGuest;
import health.visavis.web.live.LiveEventView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a guest stands now, for the guest's page. Drawn for nobody else: a guest's topic is the guest's own.
@Component
class StandingEventView implements LiveEventView {

    private final AttendAsGuest attend;
    private final LiveEvents live;

    StandingEventView(AttendAsGuest attend, LiveEvents live) {
        this.attend = attend;
        this.live = live;
    }

    /// @param visitSince from where on to follow the visit, once let in
    record Standing(
            String status,
            @Nullable Instant waitingSince,
            @Nullable Instant startedAt,
            boolean coHost,
            long visitSince) {}

    @Override
    public String kind() {
        return "standing";
    }

    @Override
    public boolean forGuests() {
        return true;
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        var since = live.latest(Topic.visit(event.ref()));
        var standing = attend.standing(viewer, new VisitId(event.ref()));
        var visit = standing.visit();
        return new Standing(
                visit.status().fhirCode(), visit.waitingSince(), visit.startedAt(), standing.coHost(), since);
    }
}
