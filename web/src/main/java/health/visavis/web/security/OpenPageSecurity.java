package health.visavis.web.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import health.visavis.web.problem.ProblemType;
import health.visavis.web.problem.Problems;
import health.visavis.web.session.OpenSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// What an open page asks for by itself looks at the session and leaves it as it is: the live connection comes
/// back after every interruption, a progress bar and a list of who waits are asked for anew every few seconds. If
/// that counted as somebody being there, a forgotten tab would never be logged off.
@Configuration(proxyBeanMethods = false)
class OpenPageSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain openPageRequests(HttpSecurity http, OpenSessions sessions, Problems problems) {
        return http.securityMatcher("/live", "/imports/progress", "/waiting-room/list")
                .addFilterBefore(new WithoutSession(), SecurityContextHolderFilter.class)
                .securityContext(context -> context.securityContextRepository(new Onlooker(sessions)))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(
                                CurrentActor.mayEnter(authentication.get(), context.getRequest()))))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, refused) ->
                                problems.write(request, response, ProblemType.SIGN_IN_NEEDED))
                        .accessDeniedHandler((request, response, refused) ->
                                problems.write(request, response, ProblemType.NOT_ALLOWED)))
                .headers(ResponseHeaders::configure)
                .build();
    }

    /// Whoever asks the request for its session, such as the server when it upgrades the connection, would mark
    /// it as used.
    private static final class WithoutSession extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {

                        @Override
                        public @Nullable HttpSession getSession(boolean create) {
                            return null;
                        }

                        @Override
                        public @Nullable HttpSession getSession() {
                            return null;
                        }
                    },
                    response);
        }
    }

    /// Reads who is signed in from the stored session.
    private static final class Onlooker implements SecurityContextRepository {

        private final OpenSessions sessions;

        Onlooker(OpenSessions sessions) {
            this.sessions = sessions;
        }

        @Override
        @SuppressWarnings("deprecation") // the interface has no other way yet that its implementations must offer
        public SecurityContext loadContext(HttpRequestResponseHolder holder) {
            return stored(holder.getRequest()).orElseGet(SecurityContextImpl::new);
        }

        private Optional<SecurityContext> stored(HttpServletRequest request) {
            return Optional.ofNullable(request.getRequestedSessionId())
                    .flatMap(id -> sessions.read(id, SPRING_SECURITY_CONTEXT_KEY, SecurityContext.class));
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return stored(request).isPresent();
        }
    }
}
