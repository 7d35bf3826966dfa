package health.visavis.local.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/// How recent a sign-in a request wants (`max_age` and `prompt=login`, OpenID Connect Core, section 3.1.2.1), which
/// Spring Authorization Server does not look at. Whoever has proven themselves too long ago does so again.
final class FreshSignIn extends OncePerRequestFilter {

    private static final String ASKED = "visavis.signin.asked";

    private final RequestCache requests;
    private final Clock clock;

    FreshSignIn(RequestCache requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /// A request comes twice, before the sign-in that it wants and after it: by its `state` it is known again.
    private record Asked(String state, Instant at) implements Serializable {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/oauth2/authorize");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var provenAt = provenAt(SecurityContextHolder.getContext().getAuthentication());
        var wanted = oldestWanted(request);
        if (provenAt.isPresent() && wanted.isPresent() && provenAt.get().isBefore(wanted.get())) {
            requests.saveRequest(request, response);
            Redirects.seeOther(response, "/sign-in");
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Instant> oldestWanted(HttpServletRequest request) {
        return oldest(request).map(age -> askedAt(request).minus(age));
    }

    private static Optional<Duration> oldest(HttpServletRequest request) {
        var prompt = request.getParameter("prompt");
        if (prompt != null && Arrays.asList(prompt.split(" ")).contains("login")) {
            return Optional.of(Duration.ZERO);
        }
        var age = request.getParameter("max_age");
        return age != null && age.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(age)))
                : Optional.empty();
    }

    private Instant askedAt(HttpServletRequest request) {
        var state = String.valueOf(request.getParameter("state"));
        var session = request.getSession();
        if (session.getAttribute(ASKED) instanceof Asked asked && asked.state().equals(state)) {
            return asked.at();
        }
        var now = clock.instant();
        session.setAttribute(ASKED, new Asked(state, now));
        return now;
    }

    /// When the last factor was shown.
    private static Optional<Instant> provenAt(@Nullable Authentication authentication) {
        return authentication == null
                ? Optional.empty()
                : authentication.getAuthorities().stream()
                        .filter(FactorGrantedAuthority.class::isInstance)
                        .map(authority -> ((FactorGrantedAuthority) authority).getIssuedAt())
                        .max(Comparator.naturalOrder());
    }
}
