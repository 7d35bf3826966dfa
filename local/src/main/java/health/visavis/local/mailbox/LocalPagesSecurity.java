package health.visavis.local.mailbox;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// The pages of the local edition need no sign-in and open no session. The mailbox answers this machine only: to
/// everybody else it is not there.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "visavis.edition", havingValue = "local")
class LocalPagesSecurity {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain localPages(HttpSecurity http) {
        return http.securityMatcher("/mailbox", "/mailbox/**", "/phone", "/phone/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/mailbox", "/mailbox/**")
                        .access((authentication, context) ->
                                new AuthorizationDecision(isThisMachine(context.getRequest())))
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, refused) -> response.setStatus(404))
                        .accessDeniedHandler((request, response, refused) -> response.setStatus(404)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nobody has a session or a cookie here; the forms of the telephones prove themselves.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/mailbox/telephone", "/mailbox/telephone/**"))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }

    /// By its name too: a page of the internet whose name leads to this machine (DNS rebinding) comes from here as
    /// well, and would read along.
    private static boolean isThisMachine(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && NAMES.contains(request.getServerName());
    }
}
