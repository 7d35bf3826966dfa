package health.visavis.local.signin;

import health.visavis.local.signin.domain.RecoveryCode;
import java.util.List;

/// How somebody signs in.
///
/// @param codes just made, and shown this once
public record AccountView(SignInView page, List<Passkey> passkeys, int codesLeft, List<RecoveryCode> codes) {

    /// @param label what the browser was in which it was made
    /// @param made a day, such as 2026-11-26
    public record Passkey(String id, String label, String made) {}

    public String left() {
        return page.t("local.signin.account.left").replace("{0}", Integer.toString(codesLeft));
    }

    public String made(Passkey passkey) {
        return page.t("local.signin.account.made").replace("{0}", passkey.made());
    }
}
