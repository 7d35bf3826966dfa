package health.visavis.local.telephone;

import health.visavis.local.pages.Language;
import health.visavis.local.pages.Wording;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the telephones of the demo's people show.
///
/// @param clinic the clinic's number
/// @param said key of a sentence about what was just done; null otherwise
/// @param proof that a form comes from this page
public record TelephonePageView(
        Wording wording,
        @Nullable String applicationStyles,
        String clinic,
        @Nullable String said,
        String proof,
        List<CallView> calls) {

    /// @param state lower case, such as `ringing`
    public record CallView(UUID id, boolean inbound, String number, String state, String beganAt) {

        public boolean over() {
            return state.equals("over");
        }

        public boolean ringing() {
            return state.equals("ringing");
        }
    }

    public List<CallView> open() {
        return calls.stream().filter(call -> !call.over()).toList();
    }

    public List<CallView> past() {
        return calls.stream().filter(CallView::over).toList();
    }

    public Language language() {
        return wording.language();
    }

    public String t(String key) {
        return wording.t(key);
    }
}
