package health.visavis.web.security;

import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.PRIVATE_KEY_JWT;

import health.visavis.access.ClientAssertion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// How the application proves to a provider that it is the client: by its secret, as Spring does it, or by an assertion
/// where the registration's `client-authentication-method` is `private_key_jwt` (OpenID Connect Core, section 9).
@Component
class ClientProof {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final @Nullable ClientAssertion assertion;

    /// @throws IllegalStateException when a registration wants an assertion and nothing here makes one
    ClientProof(OAuth2ClientProperties clients, ObjectProvider<ClientAssertion> assertion) {
        this.assertion = assertion.getIfAvailable();
        clients.getRegistration().forEach((name, client) -> {
            if (PRIVATE_KEY_JWT.getValue().equals(client.getClientAuthenticationMethod()) && this.assertion == null) {
                throw new IllegalStateException(
                        "spring.security.oauth2.client.registration.%s.client-authentication-method is private_key_jwt, but there is no identity here that vouches for the application: set client_secret_basic and a client-secret"
                                .formatted(name));
            }
        });
    }

    /// @return the same client, which proves itself in each request from now on
    <R extends AbstractOAuth2AuthorizationGrantRequest, C extends AbstractRestClientOAuth2AccessTokenResponseClient<R>>
            C in(C requests) {
        requests.addParametersConverter(this::parameters);
        return requests;
    }

    private MultiValueMap<String, String> parameters(AbstractOAuth2AuthorizationGrantRequest request) {
        var parameters = new LinkedMultiValueMap<String, String>();
        if (PRIVATE_KEY_JWT.equals(request.getClientRegistration().getClientAuthenticationMethod())) {
            parameters.add(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE, JWT_BEARER);
            parameters.add(OAuth2ParameterNames.CLIENT_ASSERTION, asserted());
        }
        return parameters;
    }

    private String asserted() {
        try {
            return Objects.requireNonNull(assertion).now().reveal();
        } catch (IllegalStateException unavailable) {
            throw new OAuth2AuthorizationException(new OAuth2Error("no_client_assertion"), unavailable);
        }
    }
}
