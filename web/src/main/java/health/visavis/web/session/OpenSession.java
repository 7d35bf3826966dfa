package health.visavis.web.session;

import java.time.Instant;

/// A session as its person sees it.
///
/// @param device such as `Firefox, Linux`; empty when the browser did not say
public record OpenSession(String id, String device, Instant since, Instant lastSeen) {

    @Override
    public String toString() {
        return "OpenSession[since=" + since + "]";
    }
}
