package health.visavis.web.visit;

import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.layout.Shell;
import health.visavis.web.messaging.ChatView;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The room of a visit for one of those who meet there.
///
/// @param other name of the person on the other side
/// @param since the visit's last live event when this page was drawn
/// @param chat the conversation beside the call; null where there is none
/// @param guest for somebody who came on a link, who sees the call and nothing beside it; null for patient and
/// clinician
public record RoomView(
        VisitSummary visit,
        boolean clinician,
        String own,
        String other,
        long since,
        @Nullable ChatView chat,
        @Nullable RoomAid aid,
        @Nullable GuestPart guest) {

    /// @param id of the guest, whose own standing the page follows
    /// @param role what stands under their name
    /// @param visitSince the visit's last live event when this page was drawn
    public record GuestPart(UUID id, String role, boolean clinician, boolean coHost, long visitSince) {}

    public RoomView(
            VisitSummary visit,
            boolean clinician,
            String own,
            String other,
            long since,
            @Nullable ChatView chat,
            RoomAid aid) {
        this(visit, clinician, own, other, since, chat, aid, null);
    }

    public String part() {
        return guest != null ? "guest" : clinician ? "clinician" : "patient";
    }

    /// Where this person's pages of the visit are.
    public String path() {
        return "/visits/" + id() + (guest == null ? "" : "/guest");
    }

    /// The live topic that tells this person how they stand.
    public String topic() {
        return guest == null ? "visit:" + id() : "guest:" + guest.id();
    }

    public long visitSince() {
        return guest == null ? since : guest.visitSince();
    }

    /// Whether this person may ever let guests in: a second clinician may be made co-host during the call.
    public boolean seesGuests() {
        return clinician || guest != null && guest.clinician();
    }

    public boolean seesGuestsNow() {
        return clinician || guest != null && guest.coHost();
    }

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
