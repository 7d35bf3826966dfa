package health.visavis.azure.blob;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param container address of a container, such as `https://clinic.blob.core.windows.net/files`
/// @param answerWithin how long one answer may take
@ConfigurationProperties("visavis.azure.blob")
public record BlobSettings(
        URI container, @DefaultValue("20s") Duration answerWithin) {

    public BlobSettings {
        if (!"https".equals(container.getScheme()) || container.getPath().length() < 2) {
            throw new IllegalArgumentException("visavis.azure.blob.container must be the https address of a container");
        }
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new IllegalArgumentException("visavis.azure.blob.answer-within must be positive");
        }
    }
}
