package health.visavis.web.emergency;

import health.visavis.access.Actor;
import health.visavis.emergency.ReadEmergency;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.web.live.LiveEventView;
import health.visavis.web.visit.VisitAudience;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether the button was pressed, and whether the patient has said where they are; where, the page asks for when it
/// is opened.
@Component
class EmergencyEventView implements LiveEventView {

    private final ReadEmergency readEmergency;
    private final VisitAudience audience;

    EmergencyEventView(ReadEmergency readEmergency, VisitAudience audience) {
        this.readEmergency = readEmergency;
        this.audience = audience;
    }

    record Standing(
            UUID visit, boolean placeConfirmed, @Nullable Instant raisedAt) {}

    @Override
    public String kind() {
        return "emergency";
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        return audience.hears(viewer, event, visit -> standing(viewer, visit));
    }

    private Standing standing(Actor viewer, VisitId id) {
        var standing = readEmergency.read(viewer, id);
        var raised = standing.raised();
        return new Standing(
                id.value(),
                standing.confirmed(),
                raised.isEmpty() ? null : raised.getLast().at());
    }
}
