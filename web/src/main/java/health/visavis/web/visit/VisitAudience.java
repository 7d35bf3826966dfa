package health.visavis.web.visit;

import static health.visavis.access.Action.SEE_WAITING_ROOM;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who hears what of an event that goes to a visit's own pages and to the waiting room (`visit.VisitTopics`): the
/// waiting room hears only that something changed, and asks for what.
@Component
public class VisitAudience {

    private final Access access;

    VisitAudience(Access access) {
        this.access = access;
    }

    record Changed(UUID visit) {}

    /// @param ofVisit what the visit's own pages are shown; asks for its own permission
    public @Nullable Object hears(
            Actor viewer, LiveEvent event, Function<VisitId, ? extends @Nullable Object> ofVisit) {
        if (event.topic().kind().equals("clinician")) {
            var waitingRoom = SEE_WAITING_ROOM.of(new ClinicianId(event.topic().id()));
            return access.allows(viewer, waitingRoom) ? new Changed(event.ref()) : null;
        }
        return ofVisit.apply(new VisitId(event.ref()));
    }
}
