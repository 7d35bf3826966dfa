package health.visavis.web.security;

import health.visavis.web.session.ProviderSession;
import health.visavis.web.session.SessionSettings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// Has a provider renew a sign-in, and so say whether it still stands.
@Component
class Renewal {

    /// What the provider says.
    sealed interface Answer {

        /// @param idToken who it is now, where the provider says so again (OpenID Connect Core, section 12.2)
        record Renewed(String refreshToken, Optional<OidcIdToken> idToken) implements Answer {

            @Override
            public String toString() {
                return "Renewed[]";
            }
        }

        record Refused() implements Answer {}

        /// Nothing was learnt.
        record NobodyAnswered() implements Answer {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// RFC 6749, section 5.2; OpenID Connect Core, section 3.1.2.6, which Entra ID says where a rule wants the person.
    private static final Set<String> REFUSALS = Set.of("invalid_grant", "interaction_required");

    private final ClientRegistrationRepository clients;
    private final JwtDecoderFactory<ClientRegistration> idTokens;
    private final RestClientRefreshTokenTokenResponseClient provider;
    private final Clock clock;

    Renewal(
            ClientRegistrationRepository clients,
            ClientProof proof,
            SignInSettings settings,
            SessionSettings sessions,
            Clock clock) {
        this.clients = clients;
        this.provider = proof.in(new RestClientRefreshTokenTokenResponseClient());
        this.idTokens = new IdTokens(clock, settings.clockSkew(), oldestSignIn(sessions)).decoders();
        this.clock = clock;
        provider.setRestClient(patientClient());
    }

    /// What a renewed id token tells of is as old as the session (`auth_time` stays, OpenID Connect Core, section 12.2)
    /// and was, when that began, as old as it may be.
    private static Duration oldestSignIn(SessionSettings sessions) {
        return sessions.longest().multipliedBy(2);
    }

    Answer ask(ProviderSession session) {
        var client = clients.findByRegistrationId(session.registration());
        if (client == null) {
            return new Answer.Refused();
        }
        var token = Objects.requireNonNull(session.refreshToken());
        try {
            return answer(session, client, token, provider.getTokenResponse(request(client, token)));
        } catch (OAuth2AuthorizationException refused) {
            return REFUSALS.contains(refused.getError().getErrorCode())
                    ? new Answer.Refused()
                    : new Answer.NobodyAnswered();
        }
    }

    private Answer answer(
            ProviderSession session, ClientRegistration client, String before, OAuth2AccessTokenResponse response) {
        var after = response.getRefreshToken() == null
                ? before
                : response.getRefreshToken().getTokenValue();
        var idToken = idToken(client, response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN));
        return idToken.isPresent() && !session.subject().equals(idToken.get().getSubject())
                ? new Answer.Refused()
                : new Answer.Renewed(after, idToken);
    }

    /// One that is not believed says nothing.
    private Optional<OidcIdToken> idToken(ClientRegistration client, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            var token = idTokens.createDecoder(client).decode(text);
            return Optional.of(new OidcIdToken(text, token.getIssuedAt(), token.getExpiresAt(), token.getClaims()));
        } catch (JwtException notBelieved) {
            return Optional.empty();
        }
    }

    /// The access token that belonged to it was never kept; a request has to have one all the same.
    private OAuth2RefreshTokenGrantRequest request(ClientRegistration client, String token) {
        var now = clock.instant();
        var forgotten = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "forgotten", now, now.plusSeconds(1));
        return new OAuth2RefreshTokenGrantRequest(client, forgotten, new OAuth2RefreshToken(token, now));
    }

    /// As Spring makes it, but not waiting for ever.
    private static RestClient patientClient() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
