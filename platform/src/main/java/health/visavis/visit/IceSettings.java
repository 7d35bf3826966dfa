package health.visavis.visit;

import java.time.Duration;
import java.util.List;

/// How two browsers find a way to each other: STUN and TURN servers, how long a pass for the latter lives, and whether
/// media may travel directly.
///
/// Without any server, calls work inside one network, which is what the demo needs. A clinic on the internet
/// needs TURN: one household in ten cannot be reached directly.
public record IceSettings(List<String> stunUrls, TurnServers turn, Duration lifetime, Policy policy) {

    /// What WebRTC calls `iceTransportPolicy`.
    public enum Policy {
        /// The shortest way that works.
        ALL,
        /// Only through TURN: nobody learns the address of the other.
        RELAY
    }

    public IceSettings {
        stunUrls = List.copyOf(stunUrls);
        if (policy == Policy.RELAY && turn.urls().isEmpty()) {
            throw new IllegalArgumentException("visavis.ice.policy=relay needs visavis.ice.turn-urls");
        }
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("visavis.ice.lifetime must be positive and at most twelve hours");
        }
    }
}
