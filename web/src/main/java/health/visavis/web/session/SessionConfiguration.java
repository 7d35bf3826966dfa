package health.visavis.web.session;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
class SessionConfiguration {

    /// Lax, not Strict: the way back from the identity provider is a navigation from another site.
    @Bean
    CookieSerializer sessionCookie(SessionSettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.secureCookie() ? "__Host-visavis" : "visavis");
        cookie.setUseSecureCookie(settings.secureCookie());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> knownContents() {
        return sessions -> sessions.setConversionService(SessionContents.conversions());
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleLimit(SessionSettings settings) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(settings.idle());
    }
}
