package health.visavis.web.layout;

import health.visavis.access.Role;
import health.visavis.web.i18n.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who looks at the page: as much of a signed-in person as the shell draws.
public interface Viewer {

    String displayName();

    Set<Role> roles();

    ZoneId zone();

    Language language();

    /// For whom the person acts; null for themselves.
    default @Nullable Acting acting() {
        return null;
    }

    /// When this session ends, whatever is going on; null where that is far away.
    default @Nullable Instant until() {
        return null;
    }

    /// How long this session may lie still before it is signed out.
    Duration idleLimit();
}
