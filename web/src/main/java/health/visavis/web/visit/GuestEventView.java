package health.visavis.web.visit;

import static health.visavis.access.Action.SEE_GUESTS;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.Subject;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.visit.ReadVisit;
import health.visavis.web.live.LiveEventView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Something about a guest has changed, for those who see who the guests are: they ask for the list anew.
@Component
class GuestEventView implements LiveEventView {

    private final ReadVisit readVisit;
    private final Access access;

    GuestEventView(ReadVisit readVisit, Access access) {
        this.readVisit = readVisit;
        this.access = access;
    }

    record Changed(UUID guest) {}

    @Override
    public String kind() {
        return "guest";
    }

    @Override
    public boolean forGuests() {
        return true;
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        var visit = readVisit.read(viewer, new VisitId(event.topic().id()));
        var guests = SEE_GUESTS.on(
                Subject.of(visit.patient(), visit.clinician(), visit.id().value()));
        return access.allows(viewer, guests) ? new Changed(event.ref()) : null;
    }
}
