package health.visavis.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// A request that came to the edge by HTTP. Front Door leads pages to HTTPS itself and passes on what programs ask. It
/// says how it came in `X-Forwarded-Proto`, whatever the sender wrote there.
///
/// Source: "Protocol support for HTTP headers in Azure Front Door", Microsoft Learn.
final class SentInClear implements RequestMatcher {

    private static final String PROTOCOL = "X-Forwarded-Proto";

    private final FrontDoorSettings settings;

    SentInClear(FrontDoorSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return settings.id() != null
                && !PastFrontDoor.isProbe(request)
                && "http".equalsIgnoreCase(request.getHeader(PROTOCOL));
    }
}
