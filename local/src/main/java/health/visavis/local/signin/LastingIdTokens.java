package health.visavis.local.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/// Keeps the id token that a sign-in began with when the sign-in is renewed: it stays the one by which the application
/// asks for the end of the session (`id_token_hint`, OpenID Connect RP-Initiated Logout 1.0, section 2). Spring
/// Authorization Server would know the newest alone and answer the sign-out with 400.
final class LastingIdTokens implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService stored;

    LastingIdTokens(OAuth2AuthorizationService stored) {
        this.stored = stored;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        var before = stored.findById(authorization.getId());
        var first = before == null ? null : before.getToken(OidcIdToken.class);
        stored.save(first == null ? authorization : with(authorization, first));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return stored.findByToken(token, type);
    }

    /// Whether it was invalidated meanwhile is said by the newer one.
    private static OAuth2Authorization with(
            OAuth2Authorization authorization, OAuth2Authorization.Token<OidcIdToken> first) {
        var newer = authorization.getToken(OidcIdToken.class);
        return OAuth2Authorization.from(authorization)
                .token(first.getToken(), metadata -> {
                    metadata.putAll(first.getMetadata());
                    if (newer != null && newer.isInvalidated()) {
                        metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, true);
                    }
                })
                .build();
    }
}
