package health.visavis.web.security;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends back what is no logout token by its form (OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.8),
/// before the provider's keys are asked for: an id token of the same provider has no event, which Spring's validation
/// stumbles over. It lets nothing in; whether a token of the right form is the provider's is asked next.
final class LogoutTokenGate extends OncePerRequestFilter {

    private static final String PATH = "/logout/connect/back-channel/";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final byte[] REFUSAL = "{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (tellsOfALogout(request.getParameter("logout_token"))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(REFUSAL);
    }

    private static boolean tellsOfALogout(@Nullable String token) {
        if (token == null) {
            return false;
        }
        try {
            var claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims != null
                    && claims.getClaim("events") instanceof Map<?, ?> events
                    && events.get(EVENT) instanceof Map<?, ?>;
        } catch (ParseException noToken) {
            return false;
        }
    }
}
