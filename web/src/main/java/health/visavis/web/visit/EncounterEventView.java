package health.visavis.web.visit;

import health.visavis.access.Actor;
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

    EncounterEventView(ReadVisit readVisit) {
        this.readVisit = readVisit;
    }

    record Changed(UUID visit) {}

    record Standing(
            UUID visit,
            String status,
            @Nullable Instant waitingSince,
            @Nullable Instant startedAt) {}

    @Override
    public String kind() {
        return "encounter";
    }

    @Override
    public Object view(Actor viewer, LiveEvent event) {
        if (event.topic().kind().equals("clinician")) {
            return new Changed(event.ref());
        }
        var visit = readVisit.read(viewer, new VisitId(event.ref()));
        return new Standing(event.ref(), visit.status().fhirCode(), visit.waitingSince(), visit.startedAt());
    }
}
