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
import org.springframework.security.web.SecurityFilterChain;

/// Behind Azure Front Door nothing is served to whoever found another way to an instance and so past the firewall of
/// the edge. Asked before every other rule but the counters' own port ([MetricsSecurity]).
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FrontDoorSettings.class)
class FrontDoorSecurity {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain pastFrontDoor(
            HttpSecurity http, FrontDoorSettings settings, EdgeRefusals refusals, Problems problems) {
        return http.securityMatcher(new PastFrontDoor(settings))
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, refused) -> {
                    refusals.refused(request.getRemoteAddr(), PastFrontDoor.reason(request));
                    problems.write(request, response, ProblemType.WRONG_ADDRESS);
                }))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ResponseHeaders::configure)
                .build();
    }
}
