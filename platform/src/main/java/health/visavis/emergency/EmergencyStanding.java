package health.visavis.emergency;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known when something happens.
///
/// @param place where the patient is, or was at an earlier visit; null where nobody ever said
/// @param confirmedAt when that was said
/// @param confirmed whether it was said for this visit, shortly before it or during it; else it is to be asked again
/// @param number under which the patient is reached, as people write it; null where none is known
/// @param raised when the button was pressed in this visit
public record EmergencyStanding(
        @Nullable Place place,
        @Nullable Instant confirmedAt,
        boolean confirmed,
        @Nullable Sensitive<String> number,
        List<Raised> raised) {

    public EmergencyStanding {
        raised = List.copyOf(raised);
    }

    public record Raised(Instant at, boolean byPatient, PersonId by) {}
}
