package health.visavis.proxy;

import health.visavis.proxy.domain.ProxyRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class ProxyConfiguration {

    @Bean
    ProxyRules proxyRules(ProxySettings settings) {
        return settings.rules();
    }
}
