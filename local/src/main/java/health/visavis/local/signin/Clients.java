package health.visavis.local.signin;

import health.visavis.local.signin.store.ApplicationAddresses;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The one client, Visavis itself. It must prove itself with its secret and each request with PKCE.
final class Clients implements RegisteredClientRepository {

    static final String ID = "visavis";

    private final String secret;
    private final ApplicationAddresses addresses;

    Clients(String secret, ApplicationAddresses addresses) {
        this.secret = secret;
        this.addresses = addresses;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("the client is not stored");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (!ID.equals(clientId)) {
            return null;
        }
        return RegisteredClient.withId(ID)
                .clientId(ID)
                .clientSecret(secret)
                .clientName("Visavis")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> addresses.all().forEach(base -> uris.add(base + "/login/oauth2/code/" + ID)))
                .postLogoutRedirectUris(uris -> addresses.all().forEach(base -> {
                    uris.add(base);
                    uris.add(base + "/");
                    uris.add(base + "/signed-out");
                }))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                        .accessTokenTimeToLive(Duration.ofMinutes(10))
                        .refreshTokenTimeToLive(Duration.ofHours(12))
                        // One that serves once would end a session whose renewal was answered and not heard. RFC 9700,
                        // section 2.2.2, wants that of public clients only.
                        .reuseRefreshTokens(true)
                        .build())
                .build();
    }
}
