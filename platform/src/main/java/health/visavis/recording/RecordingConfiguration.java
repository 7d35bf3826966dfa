package health.visavis.recording;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// Reads the settings of recording.
@Configuration(proxyBeanMethods = false)
class RecordingConfiguration {

    @Bean
    RecordingSettings recordingSettings(
            @Value("${visavis.recording.allowed:false}") boolean allowed,
            @Value("${visavis.recording.retention:P30D}") Duration retention,
            @Value("${visavis.recording.part-at-most:8MB}") DataSize partAtMost) {
        return new RecordingSettings(allowed, retention, Math.toIntExact(partAtMost.toBytes()));
    }
}
