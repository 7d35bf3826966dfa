package health.visavis.web.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param idle how long a session may lie still
/// @param secureCookie whether the site is served over TLS: the cookie is then `__Host-visavis`, which browsers
///     send nowhere else
@ConfigurationProperties("visavis.session")
public record SessionSettings(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("true") boolean secureCookie) {}
