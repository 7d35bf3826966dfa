package health.visavis.web.security;

import static org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers.withPkce;

import health.visavis.web.problem.ProblemType;
import health.visavis.web.problem.Problems;
import health.visavis.web.session.SessionSettings;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// What a stranger may reach is listed here by name; everything else needs a sign-in that belongs to a person.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, OAuth2ClientProperties.class})
class SecurityConfiguration {

    static final String START = "/oauth2/authorization/visavis";

    @Bean
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            SignInLookup signInLookup,
            SignInSettings settings,
            Problems problems,
            SessionSettings sessions,
            SignInTrail trail,
            MultipartConfigElement uploads,
            Clock clock) {
        return http.addFilterBefore(new UploadGate(problems, uploads.getMaxRequestSize()), CsrfFilter.class)
                .securityContext(context -> context.securityContextRepository(new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), new SignInContexts(sessions, trail, clock))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PublicPaths.PATTERNS)
                        .permitAll()
                        .requestMatchers(PublicPaths.ANY_SIGN_IN)
                        .access((authentication, context) ->
                                new org.springframework.security.authorization.AuthorizationDecision(
                                        CurrentActor.signedIn(authentication.get())
                                                .isPresent()))
                        .anyRequest()
                        .access((authentication, context) ->
                                new org.springframework.security.authorization.AuthorizationDecision(
                                        CurrentActor.mayEnter(authentication.get(), context.getRequest()))))
                .oauth2Login(login -> login.loginPage(START)
                        .authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(signInRequests(clients, sessions)))
                        .authorizedClientRepository(new NoAuthorizedClients())
                        .withObjectPostProcessor(providerIsAway(trail))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(signInLookup))
                        .successHandler(signedIn(trail))
                        .failureHandler(signInFailed(trail)))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, authentication) -> trail.went(request, authentication))
                        .logoutSuccessHandler(signOutAtProvider(clients)))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                unauthorized(problems), SecurityConfiguration::wantsNoPage)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(START), request -> true)
                        .accessDeniedHandler(refused(problems)))
                .sessionManagement(management -> management.sessionFixation(fixation -> fixation.migrateSession()))
                .headers(headers -> ResponseHeaders.configure(headers, settings.origin()))
                .build();
    }

    /// The provider is asked what it offers (OpenID Connect Discovery) at the first sign-in, not at the start:
    /// the application serves whoever is signed in while the provider is away.
    @Bean
    ClientRegistrationRepository clientRegistrations(OAuth2ClientProperties properties) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(properties).asClientRegistrations()));
    }

    /// PKCE for a confidential client too: OAuth 2.0 Security Best Current Practice (RFC 9700, section 2.1.1).
    /// And a sign-in at the provider that is older than a session may be does not begin another one (`max_age`,
    /// OpenID Connect Core, section 3.1.2.1).
    private static DefaultOAuth2AuthorizationRequestResolver signInRequests(
            ClientRegistrationRepository clients, SessionSettings sessions) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(withPkce()
                .andThen(request -> request.additionalParameters(parameters ->
                        parameters.put("max_age", sessions.longest().toSeconds()))));
        return resolver;
    }

    private static LogoutSuccessHandler signOutAtProvider(ClientRegistrationRepository clients) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/signed-out");
        handler.setDefaultTargetUrl("/signed-out");
        return handler;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> providerIsAway(SignInTrail trail) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(signInFailed(trail));
                return filter;
            }
        };
    }

    /// Nobody is signed in whose coming could not be put on the trail.
    private static AuthenticationSuccessHandler signedIn(SignInTrail trail) {
        var goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        goOn.setRequestCache(pagesOnly());
        return (request, response, authentication) -> {
            try {
                trail.came(request, authentication);
            } catch (RuntimeException notRecorded) {
                request.getSession().invalidate();
                throw notRecorded;
            }
            goOn.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static AuthenticationFailureHandler signInFailed(SignInTrail trail) {
        return (request, response, exception) -> {
            if (exception instanceof SecondFactorMissing missing) {
                trail.hadNoSecondFactor(request, missing.who());
                response.sendRedirect(request.getContextPath() + "/sign-in/second-factor");
            } else {
                response.sendRedirect(request.getContextPath() + "/sign-in/failed");
            }
        };
    }

    /// Only pages are worth coming back to after signing in.
    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod()) && !wantsNoPage(request));
        return cache;
    }

    private static AuthenticationEntryPoint unauthorized(Problems problems) {
        return (request, response, exception) -> problems.write(request, response, ProblemType.SIGN_IN_NEEDED);
    }

    /// A sign-in that belongs to nobody is told how to be invited; a missing CSRF token means that the page was
    /// left open too long.
    private static AccessDeniedHandler refused(Problems problems) {
        return (request, response, exception) -> {
            var signedIn = request.getUserPrincipal()
                            instanceof org.springframework.security.core.Authentication authentication
                    ? CurrentActor.signedIn(authentication)
                    : java.util.Optional.<SignedIn>empty();
            if (signedIn.isPresent() && signedIn.get().person() == null) {
                response.sendRedirect(request.getContextPath() + "/no-invitation");
            } else if (exception instanceof org.springframework.security.web.csrf.CsrfException) {
                problems.write(request, response, ProblemType.PAGE_EXPIRED);
            } else {
                problems.write(request, response, ProblemType.NOT_ALLOWED);
            }
        };
    }

    /// Scripts, sockets and API clients get an answer they can read, not a sign-in page.
    private static boolean wantsNoPage(HttpServletRequest request) {
        RequestMatcher scripts = candidate -> candidate.getRequestURI().startsWith("/api/")
                || candidate.getRequestURI().startsWith("/actuator/")
                || candidate.getHeader("HX-Request") != null
                || "websocket".equalsIgnoreCase(candidate.getHeader("Upgrade"));
        return scripts.matches(request);
    }
}
