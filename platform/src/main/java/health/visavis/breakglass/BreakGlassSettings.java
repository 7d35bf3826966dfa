package health.visavis.breakglass;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param lasts how long a record that was opened in an emergency stays open
@ConfigurationProperties("visavis.break-glass")
record BreakGlassSettings(@DefaultValue("1h") Duration lasts) {

    BreakGlassSettings {
        if (!lasts.isPositive()) {
            throw new IllegalArgumentException("visavis.break-glass.lasts: an emergency lasts for some time");
        }
    }
}
