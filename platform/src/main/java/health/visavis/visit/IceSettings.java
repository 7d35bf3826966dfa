package health.visavis.visit;

import health.visavis.kernel.Sensitive;
import java.time.Duration;
import java.util.List;

/// How two browsers find a way to each other: STUN and TURN servers, the secret shared with the TURN servers,
/// how long a pass lives, and whether media may travel directly.
///
/// Without any server, calls work inside one network, which is what the demo needs. A clinic on the internet
/// needs TURN: one household in ten cannot be reached directly.
public record IceSettings(
        List<String> stunUrls, List<String> turnUrls, Sensitive<String> turnSecret, Duration lifetime, Policy policy) {

    /// What WebRTC calls `iceTransportPolicy`.
    public enum Policy {
        /// The shortest way that works.
        ALL,
        /// Only through TURN: nobody learns the address of the other.
        RELAY
    }

    public IceSettings {
        stunUrls = List.copyOf(stunUrls);
        turnUrls = List.copyOf(turnUrls);
        if (!turnUrls.isEmpty() && turnSecret.reveal().isBlank()) {
            throw new IllegalArgumentException("visavis.ice.turn-urls needs visavis.ice.turn-secret");
        }
        if (policy == Policy.RELAY && turnUrls.isEmpty()) {
            throw new IllegalArgumentException("visavis.ice.policy=relay needs visavis.ice.turn-urls");
        }
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("visavis.ice.lifetime must be positive and at most twelve hours");
        }
    }
}
