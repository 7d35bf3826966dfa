package health.visavis.telephone;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the settings of the telephone. `visavis.clinic.region` says in which country numbers without one are.
@Configuration(proxyBeanMethods = false)
class TelephoneConfiguration {

    @Bean
    PhoneNumbers phoneNumbers(@Value("${visavis.clinic.region:US}") String region, PhoneEngines engines) {
        return new PhoneNumbers(region, engines::simulated);
    }

    @Bean
    PhoneEngines phoneEngines(ObjectProvider<PhoneEngine> engines) {
        return new PhoneEngines(() -> engines.orderedStream().toList());
    }
}
