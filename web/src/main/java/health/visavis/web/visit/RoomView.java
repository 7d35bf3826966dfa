package health.visavis.web.visit;

import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.layout.Shell;
import health.visavis.web.messaging.ChatView;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The room of a visit for one of the two who meet there.
///
/// @param other name of the person on the other side
/// @param since the visit's last live event when this page was drawn
/// @param chat the conversation beside the call; null where there is none
public record RoomView(
        VisitSummary visit,
        boolean clinician,
        String own,
        String other,
        long since,
        @Nullable ChatView chat,
        RoomAid aid) {

    public UUID id() {
        return visit.id().value();
    }

    public UUID patient() {
        return visit.patient().value();
    }

    public VisitStatus status() {
        return visit.status();
    }

    public @Nullable Instant startedAt() {
        return visit.startedAt();
    }

    /// Whether this person sits down as soon as the page is open: they are let in already, or have come back.
    public boolean joins() {
        return visit.callOpen() && (clinician || visit.status() == VisitStatus.IN_PROGRESS);
    }

    /// Whether something is hidden until the island says otherwise: it belongs to another state of the visit.
    public boolean hiddenAt(String... statuses) {
        return Arrays.stream(statuses).noneMatch(visit.status().fhirCode()::equals);
    }

    public String texts(Shell shell) {
        return IslandTexts.ofRoom(shell);
    }
}
