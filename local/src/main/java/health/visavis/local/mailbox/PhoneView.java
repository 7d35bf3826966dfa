package health.visavis.local.mailbox;

import health.visavis.local.pages.Language;
import health.visavis.local.pages.Wording;
import org.jspecify.annotations.Nullable;

/// How a phone comes to trust this clinic.
///
/// @param fingerprint SHA-256 of the authority's certificate, in pairs
public record PhoneView(Wording wording, @Nullable String applicationStyles, String authority, String fingerprint) {

    public Language language() {
        return wording.language();
    }

    public String t(String key) {
        return wording.t(key);
    }
}
