package health.visavis.azure.entra;

import health.visavis.access.ClientAssertion;
import health.visavis.azure.http.AzureHttp;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets the application's identity vouch for it where people sign in, if the registration says so.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = "spring.security.oauth2.client.registration.visavis.client-authentication-method",
        havingValue = "private_key_jwt")
@EnableConfigurationProperties(EntraSettings.class)
class AssertionConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    ClientAssertion entraAssertion(EntraSettings settings, @Value("${AZURE_FEDERATED_TOKEN_FILE:}") String givenFile)
            throws NoSuchAlgorithmException {
        return EntraAssertion.of(settings, givenFile, AzureHttp.client(PATIENCE, PATIENCE, SSLContext.getDefault()));
    }
}
