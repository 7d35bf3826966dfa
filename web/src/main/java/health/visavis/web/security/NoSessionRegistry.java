package health.visavis.web.security;

import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;

/// Keeps nothing: which session came from which sign-in stands in the database, for all instances
/// ([health.visavis.web.session.store.ProviderSessions]). Spring's own would stay in the memory of one.
final class NoSessionRegistry implements OidcSessionRegistry {

    @Override
    public void saveSessionInformation(OidcSessionInformation information) {}

    @Override
    @SuppressWarnings("NullAway") // documented to answer null for a session it does not know
    public OidcSessionInformation removeSessionInformation(String sessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return List.of();
    }
}
