package health.visavis.web.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param idle how long a session may lie still
/// @param longest how long after signing in a session ends, whatever is going on: NIST SP 800-63B wants
///     authentication anew at least every 12 hours at assurance level 2
/// @param secureCookie whether the site is served over TLS: the cookie is then `__Host-visavis`, which browsers
///     send nowhere else
@ConfigurationProperties("visavis.session")
public record SessionSettings(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("true") boolean secureCookie) {

    public SessionSettings {
        if (!idle.isPositive() || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("visavis.session: idle must be positive and not more than longest");
        }
    }

    /// Whether a session begun then has lasted long enough.
    ///
    /// @param endsAt an end of its own; null for most
    public boolean isOver(Instant begunAt, @Nullable Instant endsAt, Instant now) {
        return !begunAt.plus(longest).isAfter(now) || endsAt != null && !endsAt.isAfter(now);
    }
}
