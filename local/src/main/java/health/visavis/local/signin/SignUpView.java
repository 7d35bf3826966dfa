package health.visavis.local.signin;

import health.visavis.local.lan.QrCode;

/// What the page for making an account shows.
///
/// @param page what every page of the provider shows
/// @param key the second factor's secret as people type it; `authenticator` hands it to an app on this device, `code`
///     to one on another
public record SignUpView(
        SignInView page,
        String token,
        String displayName,
        boolean secondFactor,
        String key,
        String authenticator,
        QrCode.Drawing code) {

    public String t(String text) {
        return page.t("local.signin.signUp." + text);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
