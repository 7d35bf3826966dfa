package health.visavis.alarm;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlarmSettings.class)
class AlarmConfiguration {

    @Bean
    AddressPlaces addressPlaces(AlarmSettings settings) {
        return settings.places() == null ? address -> Optional.empty() : new PlacesFile(settings.places());
    }
}
