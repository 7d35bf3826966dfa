package health.visavis.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Where a guest has any business beside what strangers reach. What they may do there is not decided here.
final class GuestPaths {

    private static final List<PathPattern> PATTERNS = List.of(
                    "/visits/{id}/guest/**",
                    "/visits/{id}/guests/**",
                    "/api/visits/{id}/**",
                    "/live",
                    "/session/extension")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private GuestPaths() {}

    static boolean lead(HttpServletRequest request) {
        var path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return PATTERNS.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
