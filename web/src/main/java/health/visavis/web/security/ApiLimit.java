package health.visavis.web.security;

import health.visavis.limits.InstanceLimits;
import health.visavis.limits.Limit;
import health.visavis.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody takes the JSON interface from others: each person has so many requests, and strangers at one address have as
/// many together.
final class ApiLimit extends OncePerRequestFilter {

    private final InstanceLimits limits;
    private final Problems problems;

    ApiLimit(InstanceLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limits.take(Limit.API, who(request));
        if (wait.isPresent()) {
            problems.tooMany(request, response, wait.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String who(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return CurrentActor.signedIn(authentication)
                .map(SignedIn::getName)
                .or(() -> CurrentActor.guest(authentication).map(GuestIn::getName))
                .orElseGet(request::getRemoteAddr);
    }
}
