package health.visavis.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Where whoever came by a sealed code has any business beside what strangers reach. What they may do there is not
/// decided here. No page of theirs follows anything live.
final class EmergencyPaths {

    private static final List<PathPattern> PATTERNS = List.of(
                    "/emergency-access/**",
                    "/patients/{patient}",
                    "/patients/{patient}/documents/{document}",
                    "/patients/{patient}/messages",
                    "/messages/{thread}",
                    "/messages/{thread}/files/{message}",
                    "/messages/{thread}/pictures/{message}",
                    "/messages/{thread}/previews/{message}",
                    "/session/extension")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private EmergencyPaths() {}

    static boolean lead(HttpServletRequest request) {
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return PATTERNS.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
