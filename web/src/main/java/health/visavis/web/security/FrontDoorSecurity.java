package health.visavis.web.security;

import health.visavis.web.problem.ProblemType;
import health.visavis.web.problem.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Behind Azure Front Door nothing is served to whoever found another way to an instance and so past the firewall of
/// the edge, nor to a program that sends in clear: it would not notice if it were led to HTTPS (ASVS 5.0, 4.1.2). Asked
/// before every other rule but the counters' own port ([MetricsSecurity]).
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FrontDoorSettings.class)
class FrontDoorSecurity {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain pastFrontDoor(
            HttpSecurity http, FrontDoorSettings settings, EdgeRefusals refusals, Problems problems) {
        return refusing(http, new PastFrontDoor(settings), (request, response, refused) -> {
            refusals.refused(request.getRemoteAddr(), PastFrontDoor.reason(request));
            problems.write(request, response, ProblemType.WRONG_ADDRESS);
        });
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    SecurityFilterChain sentInClear(HttpSecurity http, FrontDoorSettings settings, Problems problems) {
        return refusing(
                http,
                new SentInClear(settings),
                (request, response, refused) -> problems.write(request, response, ProblemType.SENT_IN_CLEAR));
    }

    private static SecurityFilterChain refusing(
            HttpSecurity http, RequestMatcher whom, AuthenticationEntryPoint answer) {
        return http.securityMatcher(whom)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(answer))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ResponseHeaders::configure)
                .build();
    }
}
