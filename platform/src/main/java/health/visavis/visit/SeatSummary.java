package health.visavis.visit;

import health.visavis.visit.domain.Seat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A taken seat as the others in the call see it.
///
/// @param guest as what a guest sits there; null for patient and clinician
/// @param language of an interpreter; null for everybody else
/// @param presents whether they hold the visit, alone or as co-host: where an engine knows roles
/// @param handRaisedAt since when they want to speak
/// @param held false once it was left
public record SeatSummary(
        UUID id,
        int epoch,
        Part part,
        @Nullable GuestKind guest,
        @Nullable String language,
        String name,
        boolean presents,
        @Nullable Instant handRaisedAt,
        boolean held) {

    public enum Part {
        PATIENT,
        CLINICIAN,
        GUEST;

        static Part of(Seat.Part part) {
            return switch (part) {
                case PATIENT -> PATIENT;
                case CLINICIAN -> CLINICIAN;
                case GUEST -> GUEST;
            };
        }
    }
}
