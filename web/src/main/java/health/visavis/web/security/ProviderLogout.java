package health.visavis.web.security;

import health.visavis.access.Passage;
import health.visavis.web.session.store.ProviderSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// The provider says that a sign-in there is over (OpenID Connect Back-Channel Logout 1.0): what came from it ends
/// here, whichever instance is told.
@Component
class ProviderLogout implements LogoutHandler {

    private final ProviderSessions sessions;
    private final SessionEnds ends;

    ProviderLogout(ProviderSessions sessions, SessionEnds ends) {
        this.sessions = sessions;
        this.ends = ends;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcLogoutToken token)) {
            throw new IllegalArgumentException("no logout token");
        }
        sessions.of(token.getIssuer().toString(), token.getSubject(), token.getSessionId())
                .forEach(session ->
                        ends.end(session.sessionId(), request.getRemoteAddr(), Passage.Reason.SIGNED_OUT_AT_PROVIDER));
    }
}
