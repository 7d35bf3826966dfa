package health.visavis.local.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import health.visavis.limits.Limits;
import health.visavis.local.signin.store.ApplicationAddresses;
import health.visavis.local.signin.store.RecoveryCodes;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/// The beans of the provider's own context. Not annotated as a configuration: the application's component scan must
/// not find it.
@EnableWebSecurity
class SignInConfiguration {

    private static final String PAGES_ONLY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(
            HttpSecurity http, SecurityContextRepository contexts, RequestCache requests, Clock clock) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        return http.securityContext(security -> security.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requests))
                .addFilterAfter(new FreshSignIn(requests, clock), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(authorize -> authorize.anyRequest().authenticated())
                .exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .oauth2ResourceServer(resource -> resource.jwt(Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            RequestCache requests,
            ApplicationAddresses addresses) {
        return http.securityContext(security -> security.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requests))
                .authorizeHttpRequests(authorize -> authorize
                        .requestMatchers(
                                "/",
                                "/sign-in",
                                "/sign-in/code",
                                "/sign-in/recovery",
                                PasskeySignInServlet.PATH + "/**",
                                SignUpServlet.PATH + "*",
                                "/error",
                                "/local.css",
                                "/passkey.js",
                                "/assets/*")
                        .permitAll()
                        .requestMatchers(AccountServlet.PATH, AccountServlet.PATH + "/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(exceptions -> exceptions
                        // The token of a page that stayed open longer than its session.
                        .accessDeniedHandler(
                                (request, response, denied) -> Redirects.seeOther(response, "/sign-in?stale"))
                        .authenticationEntryPoint((request, response, denied) -> {
                            if (request.getRequestURI().equals(AccountServlet.PATH)) {
                                Redirects.seeOther(response, "/sign-in");
                            } else {
                                response.sendError(404);
                            }
                        }))
                .headers(headers -> headers.addHeaderWriter(contentSecurity(addresses))
                        .referrerPolicy(referrer -> referrer.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /// A form's answer may redirect as far as the application; browsers hold `form-action` against every step
    /// of the way.
    private static HeaderWriter contentSecurity(ApplicationAddresses addresses) {
        return (request, response) -> response.setHeader(
                "Content-Security-Policy",
                PAGES_ONLY + addresses.all().stream().map(" "::concat).collect(Collectors.joining()));
    }

    /// Attributes of its own: on one host the application keeps its own under Spring Security's names.
    @Bean
    SecurityContextRepository contexts() {
        var repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("visavis.signin.context");
        return repository;
    }

    @Bean
    RequestCache requests() {
        var cache = new HttpSessionRequestCache();
        cache.setSessionAttrName("visavis.signin.request");
        return cache;
    }

    @Bean
    JWKSource<SecurityContext> keys(JWKSet keys) {
        return new ImmutableJWKSet<>(keys);
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings server(SignInSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new LastingIdTokens(new JdbcOAuth2AuthorizationService(jdbc, clients));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(health.visavis.local.signin.store.Accounts accounts) {
        return new Claims(accounts);
    }

    @Bean
    PasswordEncoder clientSecrets() {
        return new PlainSecret();
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }

    @Bean
    SignInPages signInPages(ApplicationAddresses addresses, SignInSettings settings) {
        return new SignInPages(addresses, settings.phone(), Passkeys.possibleAt(settings.issuer()));
    }

    @Bean
    SignInSession signInSession(SecurityContextRepository contexts, RequestCache requests, Clock clock) {
        return new SignInSession(contexts, requests, clock);
    }

    @Bean
    ServletRegistrationBean<HttpServlet> passwordServlet(
            ProveIdentity prove, SignInSession session, SignInPages pages) {
        return at(new PasswordServlet(prove, session, pages), "/sign-in");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> codeServlet(ProveIdentity prove, SignInSession session, SignInPages pages) {
        return at(new CodeServlet(prove::byCode, Factor.ONE_TIME_CODE, "code", session, pages), "/sign-in/code");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> recoveryServlet(
            ProveIdentity prove, SignInSession session, SignInPages pages) {
        return at(
                new CodeServlet(prove::byRecoveryCode, Factor.RECOVERY_CODE, "recovery", session, pages),
                "/sign-in/recovery");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> passkeySignInServlet(
            Passkeys passkeys, SignInSession session, SignInPages pages) {
        return at(new PasskeySignInServlet(passkeys, session, pages), PasskeySignInServlet.PATH + "/*");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> accountServlet(Passkeys passkeys, RecoveryCodes recovery, SignInPages pages) {
        return at(new AccountServlet(passkeys, recovery, pages), AccountServlet.PATH + "/*");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> signUpServlet(
            MakeAccount makeAccount, Limits limits, SignInSession session, SignInPages pages) {
        return at(new SignUpServlet(makeAccount, limits, session, pages), SignUpServlet.PATH + "*");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> signedOutServlet(SignInPages pages) {
        var servlet = at(new MessageServlet(pages, "local.signin.signedOut"), "");
        servlet.setName("signedOut");
        return servlet;
    }

    @Bean
    ServletRegistrationBean<HttpServlet> failedServlet(SignInPages pages) {
        var servlet = at(new MessageServlet(pages, "local.signin.failed"), "/error");
        servlet.setName("failed");
        return servlet;
    }

    @Bean
    ServletRegistrationBean<HttpServlet> styleServlet() {
        return at(new StyleServlet(), "/local.css", "/passkey.js", "/assets/*");
    }

    /// Without a servlet for every path Tomcat would answer before the filters, and the protocol lives in filters.
    @Bean
    ServletRegistrationBean<HttpServlet> nothingServlet() {
        var servlet = at(new NothingServlet(), "/");
        servlet.setLoadOnStartup(-1);
        return servlet;
    }

    private static ServletRegistrationBean<HttpServlet> at(HttpServlet servlet, String... paths) {
        return new ServletRegistrationBean<>(servlet, paths);
    }
}
