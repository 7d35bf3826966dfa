package health.visavis.azure.postgres;

import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Passwords stay passwords unless `visavis.azure.postgres.sign-in` is `entra`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "visavis.azure.postgres.sign-in", havingValue = "entra")
@EnableConfigurationProperties({EntraSettings.class, PostgresSettings.class})
class PostgresConfiguration {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    @Bean
    DatabaseToken databaseToken(EntraSettings entra) throws NoSuchAlgorithmException {
        var client = AzureHttp.client(CONNECT_WITHIN, ANSWER_WITHIN, SSLContext.getDefault());
        return new DatabaseToken(EntraIdentity.of(entra, client), Clock.systemUTC());
    }

    @Bean
    static BeanPostProcessor tokenSignIn(ObjectProvider<DatabaseToken> token) {
        return new TokenSignIn(token::getObject);
    }

    @Bean
    FlywayConfigurationCustomizer databaseUsers(PostgresSettings settings, DatabaseToken token) {
        return new DatabaseUsers(settings, token);
    }
}
