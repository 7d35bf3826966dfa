package health.visavis.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param freshFor how long ago somebody may have shown who they are who does what is sensitive
@ConfigurationProperties("visavis.access")
record AccessSettings(@DefaultValue("10m") Duration freshFor) {}
