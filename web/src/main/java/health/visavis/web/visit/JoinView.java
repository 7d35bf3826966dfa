package health.visavis.web.visit;

import health.visavis.web.components.FormErrors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The page a guest's link opens: who invites, and the question what to call the guest. It names no patient.
///
/// @param path of this page, which holds the link's secret
/// @param role what the guest is invited as
/// @param signedIn whether somebody is signed in here, who would not be any more
public record JoinView(
        String path,
        String clinician,
        Instant startsAt,
        String role,
        @Nullable String name,
        boolean signedIn,
        FormErrors errors) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
