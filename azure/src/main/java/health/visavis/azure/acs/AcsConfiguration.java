package health.visavis.azure.acs;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import health.visavis.azure.acs.store.AcsLines;
import health.visavis.azure.acs.store.AcsTakes;
import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.azure.settings.ConditionalOnGiven;
import health.visavis.notification.MailSender;
import health.visavis.notification.SmsSender;
import health.visavis.recording.RecordingDesk;
import health.visavis.telephone.PhoneDesk;
import health.visavis.visit.EngineName;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the adapters where a resource is configured, and nothing at all elsewhere.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("visavis.azure.acs.endpoint")
@EnableConfigurationProperties({
    AcsSettings.class,
    AcsPhoneSettings.class,
    AcsRecordingSettings.class,
    EntraSettings.class
})
class AcsConfiguration {

    static final EngineName FIRST = new EngineName("acs");
    static final EngineName SECOND = new EngineName("acs-second");

    @Bean
    HttpClient acsHttpClient(AcsSettings settings) throws NoSuchAlgorithmException {
        return AzureHttp.client(settings.connectWithin(), settings.answerWithin(), SSLContext.getDefault());
    }

    @Bean
    TokenCredential entraIdentity(EntraSettings settings, HttpClient client) {
        return EntraIdentity.of(settings, client);
    }

    @Bean
    AcsChannel acsChannel(AcsSettings settings, HttpClient client, TokenCredential credential) {
        return new AcsChannel(Objects.requireNonNull(settings.endpoint()), client, credential, settings);
    }

    @Bean
    AcsLines acsLines(JdbcClient jdbc) {
        return new AcsLines(jdbc);
    }

    @Bean
    AcsCallEngine acsCallEngine(AcsChannel channel, AcsLines lines, AcsSettings settings, Clock clock) {
        return new AcsCallEngine(FIRST, channel, lines, settings.patience(), clock);
    }

    /// Another resource in another place; the ladder names it where it wants it.
    @Bean
    @ConditionalOnGiven("visavis.azure.acs.second-endpoint")
    AcsCallEngine secondAcsCallEngine(
            AcsSettings settings, HttpClient client, TokenCredential credential, AcsLines lines, Clock clock) {
        var channel = new AcsChannel(Objects.requireNonNull(settings.secondEndpoint()), client, credential, settings);
        return new AcsCallEngine(SECOND, channel, lines, settings.patience(), clock);
    }

    @Bean
    OrphanSweep orphanSweep(List<AcsCallEngine> engines, AcsSettings settings) {
        return new OrphanSweep(engines, settings.sweepEvery());
    }

    @Bean
    @ConditionalOnGiven("visavis.azure.acs.sms-from")
    SmsSender acsSmsSender(AcsChannel channel, AcsSettings settings, Clock clock) {
        return new AcsSmsSender(channel, settings.smsFrom(), clock);
    }

    @Bean
    @ConditionalOnGiven("visavis.azure.acs.phone.from")
    AcsPhoneEngine acsPhoneEngine(AcsChannel channel, PhoneDesk desk, AcsPhoneSettings settings, Clock clock) {
        return new AcsPhoneEngine(new AcsCallAutomation(channel, clock), desk, settings);
    }

    /// Calls on the first resource; on the second one, which carries them when the first has failed, nothing is
    /// recorded.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnGiven("visavis.azure.acs.recording.callback")
    static class WithRecording {

        @Bean
        AcsTakes acsTakes(JdbcClient jdbc) {
            return new AcsTakes(jdbc);
        }

        @Bean
        @Order(1)
        AcsCallRecorder acsCallRecorder(
                AcsChannel channel, AcsTakes takes, RecordingDesk desk, AcsRecordingSettings settings, Clock clock) {
            return new AcsCallRecorder(FIRST, channel, takes, desk, settings, clock);
        }

        @Bean
        RecordingFetch recordingFetch(
                AcsSettings acs,
                AcsRecordingSettings settings,
                HttpClient client,
                TokenCredential credential,
                AcsTakes takes,
                RecordingDesk desk,
                Clock clock) {
            var endpoint = Objects.requireNonNull(acs.endpoint());
            var files = new AcsRecordingFiles(endpoint, settings.filesFrom(), client, credential);
            return new RecordingFetch(takes, files, desk, settings, clock);
        }
    }

    @Bean
    @ConditionalOnGiven("visavis.azure.acs.mail-from")
    MailSender acsMailSender(AcsChannel channel, AcsSettings settings) {
        return new AcsMailSender(channel, settings.mailFrom());
    }
}
