package health.visavis.telephone;

import health.visavis.kernel.Sensitive;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The telephone of one visit.
///
/// @param byPhone the number under which the patient waits to be rung; null for a visit on screens
/// @param onFile the patient's number
/// @param calls in the order in which they began
/// @param canDial whether a carrier is installed; else the clinician dials by hand
/// @param simulated whether that carrier rings no real telephone
/// @param ownFirst whether the clinician's own telephone rings first
/// @param line the number that patients can call to be put into the waiting room; null where there is none
public record TelephoneStanding(
        @Nullable Sensitive<String> byPhone,
        @Nullable Sensitive<String> onFile,
        List<PhoneCallSummary> calls,
        boolean canDial,
        boolean simulated,
        boolean ownFirst,
        @Nullable String line) {

    public TelephoneStanding {
        calls = List.copyOf(calls);
    }

    public Optional<PhoneCallSummary> active() {
        return calls.stream().filter(PhoneCallSummary::active).findFirst();
    }
}
