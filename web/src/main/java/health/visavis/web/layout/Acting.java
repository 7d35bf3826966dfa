package health.visavis.web.layout;

import health.visavis.access.ProxyScope;
import java.util.Set;

/// For whom somebody acts, as the shell draws it.
///
/// @param patientName empty when they may not any more
/// @param scopes empty when they may not any more
public record Acting(String patientName, Set<ProxyScope> scopes) {

    /// The patient has taken it back, or the time is over.
    public static final Acting OVER = new Acting("", Set.of());

    public Acting {
        scopes = Set.copyOf(scopes);
    }

    public boolean over() {
        return scopes.isEmpty();
    }
}
