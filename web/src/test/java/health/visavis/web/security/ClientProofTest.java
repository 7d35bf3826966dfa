package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import health.visavis.access.ClientAssertion;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

class ClientProofTest {

    /// @param form what the provider was sent
    private record Asked(Map<String, String> form, @Nullable String authorization) {}

    private final AtomicReference<Asked> asked = new AtomicReference<>();
    private HttpServer provider;

    @BeforeEach
    void aProviderThatTakesWhatItIsGiven() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/token", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.set(new Asked(
                    Arrays.stream(form.split("&", -1))
                            .map(pair -> pair.split("=", 2))
                            .collect(Collectors.toMap(
                                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))),
                    exchange.getRequestHeaders().getFirst("Authorization")));
            var answer = "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void itGoes() {
        provider.stop(0);
    }

    @Test
    @Requirement("IAM-07")
    void whoHasAnIdentityShowsItsAssertionAndNoSecret() {
        renew(proof("private_key_jwt", () -> Sensitive.of("signed.by.somebody")), "private_key_jwt");

        assertThat(asked.get().form())
                .containsEntry("client_id", "visavis")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .containsEntry("client_assertion", "signed.by.somebody")
                .doesNotContainKey("client_secret");
        assertThat(asked.get().authorization()).isNull();
    }

    @Test
    void whoHasASecretShowsThatAlone() {
        renew(proof("client_secret_basic", null), "client_secret_basic");

        assertThat(asked.get().form()).doesNotContainKeys("client_assertion", "client_assertion_type");
        assertThat(asked.get().authorization()).startsWith("Basic ");
    }

    @Test
    void anAssertionThatCannotBeHadIsARefusalOfThisRequestOnly() {
        var proof = proof("private_key_jwt", () -> {
            throw new IllegalStateException("not now");
        });

        assertThatThrownBy(() -> renew(proof, "private_key_jwt"))
                .isInstanceOf(OAuth2AuthorizationException.class)
                .hasMessageContaining("no_client_assertion");
    }

    @Test
    void whoWantsAnAssertionWithoutAnIdentityIsToldAtTheStart() {
        assertThatThrownBy(() -> proof("private_key_jwt", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("registration.visavis")
                .hasMessageContaining("client_secret_basic");
    }

    private static ClientProof proof(String method, @Nullable ClientAssertion assertion) {
        var settings = new OAuth2ClientProperties();
        var registration = new OAuth2ClientProperties.Registration();
        registration.setClientAuthenticationMethod(method);
        settings.getRegistration().put("visavis", registration);
        var beans = new StaticListableBeanFactory();
        if (assertion != null) {
            beans.addBean("assertion", assertion);
        }
        return new ClientProof(settings, beans.getBeanProvider(ClientAssertion.class));
    }

    private void renew(ClientProof proof, String method) {
        var now = Instant.now();
        var client = ClientRegistration.withRegistrationId("visavis")
                .clientId("visavis")
                .clientSecret(method.startsWith("client_secret") ? "a-secret" : "")
                .clientAuthenticationMethod(new ClientAuthenticationMethod(method))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost/back")
                .authorizationUri("http://localhost/authorize")
                .tokenUri("http://127.0.0.1:" + provider.getAddress().getPort() + "/token")
                .build();
        proof.in(new RestClientRefreshTokenTokenResponseClient())
                .getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                        client,
                        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "before", now, now.plusSeconds(1)),
                        new OAuth2RefreshToken("refresh", now)));
    }
}
