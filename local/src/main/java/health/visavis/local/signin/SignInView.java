package health.visavis.local.signin;

import health.visavis.local.pages.Language;
import health.visavis.local.pages.Wording;
import org.jspecify.annotations.Nullable;

/// What the sign-in pages show.
///
/// @param name what was typed as name; on a page that only says something, the key of what it says
/// @param phone the clinic's
/// @param passkeys whether they are possible at this address
/// @param problem the key of the sentence that says what was wrong
public record SignInView(
        Wording wording,
        String csrf,
        String name,
        @Nullable String problem,
        String application,
        String phone,
        @Nullable String applicationStyles,
        boolean passkeys) {

    public Language language() {
        return wording.language();
    }

    /// Whether what was typed is wrong; a page that stood open too long only begins anew.
    public boolean isWrong() {
        return problem != null && !problem.endsWith(".stale");
    }

    /// The application's page of help, which needs no sign-in.
    public String helpPage() {
        return application + "help";
    }

    /// For `tel:` links.
    public String dial() {
        return phone.replaceAll("[^+0-9]", "");
    }

    public String t(String key) {
        return wording.t(key);
    }
}
