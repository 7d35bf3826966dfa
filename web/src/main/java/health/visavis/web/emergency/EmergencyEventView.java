package health.visavis.web.emergency;

import static health.visavis.access.Action.SEE_WAITING_ROOM;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.emergency.ReadEmergency;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.web.live.LiveEventView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether the button was pressed, and whether the patient has said where they are; where, the page asks for when it
/// is opened.
@Component
class EmergencyEventView implements LiveEventView {

    private final ReadEmergency readEmergency;
    private final Access access;

    EmergencyEventView(ReadEmergency readEmergency, Access access) {
        this.readEmergency = readEmergency;
        this.access = access;
    }

    record Changed(UUID visit) {}

    record Standing(
            UUID visit, boolean placeConfirmed, @Nullable Instant raisedAt) {}

    @Override
    public String kind() {
        return "emergency";
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        if (event.topic().kind().equals("clinician")) {
            var waitingRoom = SEE_WAITING_ROOM.of(new ClinicianId(event.topic().id()));
            return access.allows(viewer, waitingRoom) ? new Changed(event.ref()) : null;
        }
        var standing = readEmergency.read(viewer, new VisitId(event.ref()));
        var raised = standing.raised();
        return new Standing(
                event.ref(),
                standing.confirmed(),
                raised.isEmpty() ? null : raised.getLast().at());
    }
}
