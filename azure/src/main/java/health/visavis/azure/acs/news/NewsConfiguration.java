package health.visavis.azure.acs.news;

import com.azure.core.credential.TokenCredential;
import health.visavis.azure.acs.store.AcsNewsLog;
import health.visavis.azure.acs.store.UnreadableNews;
import health.visavis.azure.servicebus.ServiceBusQueue;
import health.visavis.azure.servicebus.ServiceBusSettings;
import health.visavis.azure.settings.ConditionalOnGiven;
import health.visavis.notification.DeliveryReports;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Where the vendor's news comes in, whichever way it is brought.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("visavis.azure.acs.endpoint")
class NewsConfiguration {

    @Bean
    AcsNewsLog acsNewsLog(JdbcClient jdbc) {
        return new AcsNewsLog(jdbc);
    }

    @Bean
    NewsIntake newsIntake(
            AcsNewsLog log,
            DeliveryReports reports,
            AcsCallWitness witness,
            ObjectProvider<NewsListener> listeners,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new NewsIntake(log, reports, witness, listeners, new TransactionTemplate(transactions), clock);
    }

    /// The way for a private cluster, which nobody can reach from outside: it fetches.
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnGiven("visavis.azure.servicebus.queue")
    @EnableConfigurationProperties(ServiceBusSettings.class)
    static class ThroughServiceBus {

        @Bean
        ServiceBusQueue newsQueue(ServiceBusSettings settings, TokenCredential credential)
                throws NoSuchAlgorithmException {
            return new ServiceBusQueue(settings, SSLContext.getDefault(), credential);
        }

        @Bean
        UnreadableNews unreadableNews(JdbcClient jdbc) {
            return new UnreadableNews(jdbc);
        }

        @Bean
        NewsRound newsRound(ServiceBusQueue queue, NewsIntake intake, UnreadableNews unreadable, Clock clock) {
            return new NewsRound(queue, intake, unreadable, clock);
        }

        @Bean
        NewsRounds newsRounds(NewsRound round, ServiceBusSettings settings) {
            return new NewsRounds(round, settings);
        }
    }
}
