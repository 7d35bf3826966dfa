package health.visavis.web.visit;

import static health.visavis.access.Action.SEE_WAITING_ROOM;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.visit.ReadVisit;
import health.visavis.web.live.LiveEventView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where the visit stands now, for its page; for a waiting room only that something changed.
@Component
class EncounterEventView implements LiveEventView {

    private final ReadVisit readVisit;
    private final Access access;

    EncounterEventView(ReadVisit readVisit, Access access) {
        this.readVisit = readVisit;
        this.access = access;
    }

    record Changed(UUID visit) {}

    record Standing(
            UUID visit,
            String status,
            @Nullable Instant waitingSince,
            @Nullable Instant awaySince,
            @Nullable Instant startedAt) {}

    @Override
    public String kind() {
        return "encounter";
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        if (event.topic().kind().equals("clinician")) {
            var waitingRoom = SEE_WAITING_ROOM.of(new ClinicianId(event.topic().id()));
            return access.allows(viewer, waitingRoom) ? new Changed(event.ref()) : null;
        }
        var visit = readVisit.read(viewer, new VisitId(event.ref()));
        return new Standing(
                event.ref(),
                visit.status().fhirCode(),
                visit.waitingSince(),
                visit.patientAwaySince(),
                visit.startedAt());
    }
}
