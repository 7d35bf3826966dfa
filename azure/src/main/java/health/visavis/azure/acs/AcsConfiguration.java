package health.visavis.azure.acs;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.entra.WorkloadIdentity;
import health.visavis.notification.MailSender;
import health.visavis.notification.SmsSender;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the adapters where a resource is configured, and nothing at all elsewhere.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("visavis.azure.acs.endpoint")
@EnableConfigurationProperties({AcsSettings.class, EntraSettings.class})
class AcsConfiguration {

    @Bean
    HttpClient acsHttpClient(AcsSettings settings) throws NoSuchAlgorithmException {
        return AcsHttp.client(settings, SSLContext.getDefault());
    }

    @Bean
    TokenCredential workloadIdentity(EntraSettings settings, HttpClient client) {
        return WorkloadIdentity.of(settings, client);
    }

    @Bean
    AcsChannel acsChannel(AcsSettings settings, HttpClient client, TokenCredential credential) {
        return new AcsChannel(Objects.requireNonNull(settings.endpoint()), client, credential, settings);
    }

    @Bean
    @ConditionalOnProperty("visavis.azure.acs.sms-from")
    SmsSender acsSmsSender(AcsChannel channel, AcsSettings settings, Clock clock) {
        return new AcsSmsSender(channel, settings.smsFrom(), clock);
    }

    @Bean
    @ConditionalOnProperty("visavis.azure.acs.mail-from")
    MailSender acsMailSender(AcsChannel channel, AcsSettings settings) {
        return new AcsMailSender(channel, settings.mailFrom());
    }
}
