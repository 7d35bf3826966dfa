package health.visavis.scheduling;

import health.visavis.kernel.Sensitive;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.DeclineReason;
import health.visavis.scheduling.domain.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything its two sides may see of an appointment.
///
/// @param since when it entered its state
public record AppointmentDetails(
        AppointmentSummary summary,
        Sensitive<String> reason,
        Instant since,
        @Nullable Ending ending) {

    /// Why it will not take place.
    public sealed interface Ending {

        record Declined(DeclineReason reason) implements Ending {}

        record Cancelled(Party by, CancellationReason reason) implements Ending {}
    }
}
