package health.visavis.local.signin;

import health.visavis.local.pages.Language;
import health.visavis.local.pages.Wording;
import org.jspecify.annotations.Nullable;

/// What the sign-in pages show.
///
/// @param name what was typed as name; on a page that only says something, the key of what it says
/// @param problem the key of the sentence that says what was wrong
public record SignInView(
        Wording wording,
        String csrf,
        String name,
        @Nullable String problem,
        String application,
        @Nullable String applicationStyles) {

    public Language language() {
        return wording.language();
    }

    /// Whether what was typed is wrong; a page that stood open too long only begins anew.
    public boolean isWrong() {
        return problem != null && !problem.endsWith(".stale");
    }

    public String t(String key) {
        return wording.t(key);
    }
}
