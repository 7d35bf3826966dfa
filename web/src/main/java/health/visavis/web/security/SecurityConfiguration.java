package health.visavis.web.security;

import health.visavis.limits.InstanceLimits;
import health.visavis.web.problem.ProblemType;
import health.visavis.web.problem.Problems;
import health.visavis.web.session.SessionSettings;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    @Bean
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            ClientProof proof,
            SignInLookup signInLookup,
            SignInSettings settings,
            Problems problems,
            SessionSettings sessions,
            SignInTrail trail,
            SessionBeginning beginning,
            SignOutEverywhere everywhere,
            ProviderLogout providerLogout,
            InstanceLimits limits,
            MultipartConfigElement uploads,
            Clock clock) {
        var ended = new EndedSessions(sessions);
        return http.addFilterBefore(ended, CsrfFilter.class)
                .addFilterBefore(new UploadGate(problems, uploads.getMaxRequestSize()), CsrfFilter.class)
                .addFilterBefore(new RequestLimits(limits, problems), CsrfFilter.class)
                .addFilterBefore(new LogoutTokenGate(), CsrfFilter.class)
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
                .oauth2Login(login -> login.loginPage(settings.start())
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                                new SignInRequests(clients, settings, sessions, ended)))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(
                                proof.in(new RestClientAuthorizationCodeTokenResponseClient())))
                        .authorizedClientRepository(new RefreshTokens())
                        .withObjectPostProcessor(providerIsAway(trail))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(signInLookup))
                        .successHandler(signedIn(beginning, ended))
                        .failureHandler(signInFailed(trail)))
                .oidcLogout(logout -> logout.oidcSessionRegistry(new NoSessionRegistry())
                        .backChannel(channel -> channel.logoutHandler(providerLogout)))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(everywhere)
                        .addLogoutHandler((request, response, authentication) -> trail.went(request, authentication))
                        .logoutSuccessHandler(signOutAtProvider(clients)))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                unauthorized(problems), SecurityConfiguration::wantsNoPage)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(settings.start()), request -> true)
                        .accessDeniedHandler(refused(problems)))
                .csrf(csrf -> csrf.csrfTokenRequestHandler(new FormTokens()))
                .sessionManagement(management -> management.sessionFixation(fixation -> fixation.migrateSession()))
                .headers(headers -> ResponseHeaders.configure(headers, settings.formTargets()))
                .build();
    }

    /// The provider is asked what it offers (OpenID Connect Discovery) at the first sign-in, not at the start:
    /// the application serves whoever is signed in while the provider is away.
    @Bean
    ClientRegistrationRepository clientRegistrations(OAuth2ClientProperties properties) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(properties).asClientRegistrations()));
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Clock clock, SignInSettings settings, SessionSettings sessions) {
        return new IdTokens(clock, settings.clockSkew(), sessions.longest()).decoders();
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

    private static AuthenticationSuccessHandler signedIn(SessionBeginning beginning, EndedSessions ended) {
        var goOn = new SavedRequestAwareAuthenticationSuccessHandler();
        goOn.setRequestCache(pagesOnly());
        return (request, response, authentication) -> {
            beginning.note(request, response, authentication);
            ended.forget(response);
            var back = WayBack.take(request.getSession());
            if (back.isPresent()) {
                response.sendRedirect(request.getContextPath() + back.get());
            } else {
                goOn.onAuthenticationSuccess(request, response, authentication);
            }
        };
    }

    private static AuthenticationFailureHandler signInFailed(SignInTrail trail) {
        return (request, response, exception) -> {
            if (exception instanceof SignInRefused refusal) {
                trail.refused(request, refusal);
                response.sendRedirect(request.getContextPath() + refusal.page());
            } else {
                LOG.warn("a sign-in failed: {}", code(exception));
                response.sendRedirect(request.getContextPath() + "/sign-in/failed");
            }
        };
    }

    /// What it was about, not what the provider wrote about it; the code too comes by way of the browser.
    private static String code(AuthenticationException exception) {
        var code = exception instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : exception.getClass().getSimpleName();
        if (!code.matches("[A-Za-z_]{1,64}")) {
            return "a code that is none";
        }
        return code.equals("invalid_id_token") ? code + " (do the clocks agree?)" : code;
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
