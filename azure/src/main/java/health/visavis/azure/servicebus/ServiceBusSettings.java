package health.visavis.azure.servicebus;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The queue that Event Grid fills.
///
/// @param namespace `https://NAME.servicebus.windows.net`, by its private endpoint; no connection string
/// @param queue its name; empty: nothing is fetched
/// @param waits how long one request waits for a message
/// @param every the pause between two looks, and after a failure; zero: nobody looks by themselves
@ConfigurationProperties("visavis.azure.servicebus")
public record ServiceBusSettings(
        URI namespace,
        String queue,
        @DefaultValue("20s") Duration waits,
        @DefaultValue("1s") Duration every) {

    public ServiceBusSettings {
        if (!"https".equals(namespace.getScheme()) || namespace.getHost() == null || namespace.getQuery() != null) {
            throw new IllegalArgumentException("visavis.azure.servicebus.namespace must be an https address");
        }
        if (!queue.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,259}")) {
            throw new IllegalArgumentException("visavis.azure.servicebus.queue must be the name of a queue");
        }
    }
}
