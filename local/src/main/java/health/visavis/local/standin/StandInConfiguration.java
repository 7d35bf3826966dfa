package health.visavis.local.standin;

import health.visavis.visit.CallEngine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Only where somebody plays the service.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("visavis.stand-in.url")
class StandInConfiguration {

    @Bean
    CallEngine standInCallEngine(
            @Value("${visavis.stand-in.url}") URI url,
            @Value("${visavis.stand-in.patience:PT2S}") Duration patience,
            Clock clock) {
        return new StandInCallEngine(new StandInSettings(url, patience), clock);
    }
}
