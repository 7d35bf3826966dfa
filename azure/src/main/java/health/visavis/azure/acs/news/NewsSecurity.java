package health.visavis.azure.acs.news;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestTemplate;

/// Who may bring news: Event Grid with a token of our tenant for our application, in the role that only it was
/// given, and Call Automation with a token of its own for our resource. No session, no cookie, no form.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("visavis.azure.acs.news.audience")
@EnableConfigurationProperties(NewsSettings.class)
class NewsSecurity {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final String MAY_DELIVER = "AzureEventGridSecureWebhookSubscriber";

    @Bean
    @Order(0)
    SecurityFilterChain eventDeliveries(HttpSecurity http, NewsSettings settings) throws NoSuchAlgorithmException {
        var decoder = decoder(settings.keys(), settings.issuer(), settings.audience());
        return stateless(http)
                .securityMatcher("/azure/acs/events")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.OPTIONS)
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(MAY_DELIVER))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(roles())))
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain callDeliveries(HttpSecurity http, NewsSettings settings) throws NoSuchAlgorithmException {
        var decoder = decoder(settings.callKeys(), settings.callIssuer(), settings.callAudience());
        return stateless(http)
                .securityMatcher("/azure/acs/calls")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder)))
                .build();
    }

    private static JwtDecoder decoder(URI keys, String issuer, String audience) throws NoSuchAlgorithmException {
        var client = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .sslContext(SSLContext.getDefault())
                .connectTimeout(WAIT)
                .build());
        client.setReadTimeout(WAIT);
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys.toString())
                .restOperations(new RestTemplate(client))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(audience))));
        return decoder;
    }

    /// The roles of a token as they are, without a prefix.
    private static JwtAuthenticationConverter roles() {
        var roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName("roles");
        roles.setAuthorityPrefix("");
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
