package health.visavis.web.security;

import static org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers.withPkce;

import health.visavis.web.session.SessionSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/// What we ask a provider for. PKCE for a confidential client too: OAuth 2.0 Security Best Current Practice (RFC 9700,
/// section 2.1.1). And a sign-in at the provider that is older than a session may be does not begin another one
/// (`max_age`, OpenID Connect Core, section 3.1.2.1).
final class SignInRequests implements OAuth2AuthorizationRequestResolver {

    /// A way to sign in that ends with a second factor, whatever the provider would do by itself.
    static final String WITH_SECOND_FACTOR = "/oauth2/authorization/" + SignInSettings.REGISTRATION + "?second-factor";

    /// A way to show anew who one is: the provider asks for everything, however short ago that was (`prompt`, OpenID
    /// Connect Core, section 3.1.2.1).
    static final String ANEW = "/oauth2/authorization/%s?anew";

    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final SignInSettings settings;
    private final EndedSessions ended;

    SignInRequests(
            ClientRegistrationRepository clients,
            SignInSettings settings,
            SessionSettings sessions,
            EndedSessions ended) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        this.settings = settings;
        this.ended = ended;
        requests.setAuthorizationRequestCustomizer(withPkce()
                .andThen(request -> request.additionalParameters(parameters ->
                        parameters.put("max_age", sessions.longest().toSeconds()))));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return demanding(requests.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return demanding(requests.resolve(request, registration), request);
    }

    private @Nullable OAuth2AuthorizationRequest demanding(
            @Nullable OAuth2AuthorizationRequest resolved, HttpServletRequest request) {
        if (resolved == null) {
            return null;
        }
        var demands = new HashMap<String, Object>();
        if (ended.areIn(request)) {
            demands.put("prompt", "login");
        }
        if (request.getParameterMap().containsKey("anew")) {
            demands.putAll(settings.demandOf(registration(resolved)));
            demands.putAll(Map.of("prompt", "login", "max_age", 0));
        } else if (request.getParameterMap().containsKey("second-factor")) {
            demands.putAll(settings.demand());
        }
        return demands.isEmpty() ? resolved : with(resolved, demands);
    }

    private static String registration(OAuth2AuthorizationRequest request) {
        return Objects.requireNonNull(request.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
    }

    private static OAuth2AuthorizationRequest with(OAuth2AuthorizationRequest request, Map<String, ?> parameters) {
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(all -> all.putAll(parameters))
                .build();
    }
}
