package health.visavis.web.breakglass;

import health.visavis.web.components.FormErrors;
import org.jspecify.annotations.Nullable;

/// @param number as it was typed; the code is never shown again
/// @param signedIn whether somebody is signed in here, who would not be any more
public record EmergencySignInView(@Nullable String number, FormErrors errors, boolean signedIn) {}
