package health.visavis.insight.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one end of a call measured at one moment; what it could not measure is absent.
///
/// @param end whose end: what the person there is in the visit
public record Measurement(
        String end,
        Instant at,
        @Nullable Integer roundTripMillis,
        @Nullable Integer jitterMillis,
        @Nullable Integer lossPerMille,
        @Nullable Integer receivedKilobits,
        @Nullable Integer framesPerSecond,
        @Nullable Integer encodeMillis,
        boolean relayed,
        Limit limit,
        Device camera,
        Device microphone) {

    /// What kept the picture that was sent small.
    public enum Limit {
        NONE,
        COMPUTER,
        LINE
    }

    public enum Device {
        WORKS,
        /// Another program holds it.
        TAKEN,
        NOT_ALLOWED,
        GONE
    }
}
