package health.visavis.web.security;

import health.visavis.limits.InstanceLimits;
import health.visavis.limits.Limit;
import health.visavis.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody takes from others what costs work, and nobody carries everything out or writes to everybody at once: each
/// person has so many requests of a kind, and strangers at one address have as many together.
final class RequestLimits extends OncePerRequestFilter {

    /// What leaves as a file to be kept: tables, and one's own trail.
    private static final Pattern EXPORTS = Pattern.compile("/.+\\.csv|/record/access/file");

    /// Each sends a letter, or makes a link to send.
    private static final Pattern INVITATIONS =
            Pattern.compile("/people/[^/]+/invitation|/proxies|/patients/[^/]+/proxies|/visits/[^/]+/guests");

    private static final AuthenticationTrustResolver KNOWN = new AuthenticationTrustResolverImpl();

    private final InstanceLimits limits;
    private final Problems problems;

    RequestLimits(InstanceLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limit(request).flatMap(limit -> limits.take(limit, who(request)));
        if (wait.isPresent()) {
            problems.tooMany(request, response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Limit> limit(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/")) {
            return Optional.of(Limit.API);
        }
        if (EXPORTS.matcher(path).matches()) {
            return Optional.of(Limit.EXPORTS);
        }
        return "POST".equals(request.getMethod()) && INVITATIONS.matcher(path).matches()
                ? Optional.of(Limit.INVITATIONS)
                : Optional.empty();
    }

    private static String who(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && KNOWN.isAuthenticated(authentication)
                ? authentication.getName()
                : request.getRemoteAddr();
    }
}
