package health.visavis.web.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Answers the link of a visit with the way to another browser, before the person has signed in for nothing. The
/// address stays the link's own, so that "Open in browser" of the app opens the visit.
///
/// Who goes on all the same is not asked again: a user agent may say anything.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class OtherBrowserFilter extends OncePerRequestFilter {

    static final String VERDICT = OtherBrowserFilter.class.getName() + ".verdict";
    static final String PAGE = "/other-browser";
    static final String PARAMETER = "browser";
    static final String ANYWAY = "anyway";

    private static final String MISSING = "missing";
    private static final String COOKIE = "vv-browser";
    private static final Pattern LINKS =
            Pattern.compile("/(visits/[^/]+/(guest/)?(device-check|waiting-room|call|room)|join/[^/]+)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!"GET".equals(request.getMethod())
                || !LINKS.matcher(path(request)).matches()
                || goesOn(request, response)) {
            chain.doFilter(request, response);
            return;
        }
        switch (verdict(request)) {
            case Verdict.Works _ -> chain.doFilter(request, response);
            case Verdict.DoesNotWork verdict -> {
                request.setAttribute(VERDICT, verdict);
                request.getRequestDispatcher(PAGE).forward(request, response);
            }
        }
    }

    private static Verdict verdict(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var verdict = Browsers.of(agent);
        return verdict instanceof Verdict.Works && MISSING.equals(request.getParameter(PARAMETER))
                ? new Verdict.LacksCalls(Browsers.platform(agent == null ? "" : agent))
                : verdict;
    }

    private static boolean goesOn(HttpServletRequest request, HttpServletResponse response) {
        if (ANYWAY.equals(request.getParameter(PARAMETER))) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, ANYWAY)
                            .path("/")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
            return true;
        }
        return WebUtils.getCookie(request, COOKIE) != null;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
