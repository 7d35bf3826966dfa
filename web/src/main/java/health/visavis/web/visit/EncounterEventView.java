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
    private final VisitAudience audience;

    EncounterEventView(ReadVisit readVisit, VisitAudience audience) {
        this.readVisit = readVisit;
        this.audience = audience;
    }

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
        return audience.hears(viewer, event, visit -> standing(viewer, visit));
    }

    private Standing standing(Actor viewer, VisitId id) {
        var visit = readVisit.read(viewer, id);
        return new Standing(
                id.value(),
                visit.status().fhirCode(),
                visit.waitingSince(),
                visit.patientAwaySince(),
                visit.startedAt());
    }
}
