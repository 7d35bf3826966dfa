package health.visavis.web.security;

import health.visavis.web.session.SessionSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Notes in a browser that a session of it was not ended by its person but by time, or from elsewhere. Whoever signs in
/// there next shows who they are: the provider may still know who sat there before, and would let anybody in as them
/// (automatic logoff, 45 CFR 164.312(a)(2)(iii)).
final class EndedSessions extends OncePerRequestFilter {

    private static final String PAGE = "/session-ended";

    private final SessionSettings settings;

    EndedSessions(SessionSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPage(request) && isEnded(request)) {
            // Until then: a sign-in that is older does not begin a session, see SignInRequests.
            note(response, "1", settings.longest());
        }
        chain.doFilter(request, response);
    }

    boolean areIn(HttpServletRequest request) {
        return WebUtils.getCookie(request, name()) != null || isEnded(request);
    }

    void forget(HttpServletResponse response) {
        note(response, "", Duration.ZERO);
    }

    /// What a page loads besides comes after it, and need not be asked.
    private static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    private static boolean isEnded(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + PAGE)
                || request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private void note(HttpServletResponse response, String value, Duration lasts) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(), value)
                        .httpOnly(true)
                        .secure(settings.secureCookie())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }

    private String name() {
        return settings.secureCookie() ? "__Host-visavis-ended" : "visavis-ended";
    }
}
