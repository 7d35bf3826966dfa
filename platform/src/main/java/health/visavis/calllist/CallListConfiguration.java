package health.visavis.calllist;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the settings of the call list.
@Configuration(proxyBeanMethods = false)
class CallListConfiguration {

    @Bean
    CallListSettings callListSettings(
            @Value("${visavis.calllist.folder:}") String folder,
            @Value("${visavis.calllist.every:PT3M}") Duration every,
            @Value("${visavis.clinic.name:Visavis Clinic}") String clinic,
            @Value("${visavis.clinic.zone:America/New_York}") ZoneId zone) {
        return new CallListSettings(folder.isBlank() ? null : Path.of(folder), every, clinic, zone);
    }
}
