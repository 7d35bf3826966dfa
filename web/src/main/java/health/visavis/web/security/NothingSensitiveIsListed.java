package health.visavis.web.security;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Settings that are secrets by their names are masked in whatever lists settings, for whoever turns such a list on
/// and asks for values (`management.endpoint.configprops.show-values=always`).
@Configuration(proxyBeanMethods = false)
class NothingSensitiveIsListed {

    @Bean
    SanitizingFunction sensitiveSettings() {
        return SanitizingFunction.sanitizeValue().ifLikelySensitive();
    }
}
