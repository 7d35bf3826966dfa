package health.visavis.access;

import java.time.Duration;
import java.time.Instant;

/// When somebody has last shown who they are. A session goes on for hours; who sits at it may have changed.
///
/// @param at as the provider says (`auth_time`, OpenID Connect Core, section 2); long ago when it does not
public record Proof(Instant at) {

    /// For a process of ours, which is nobody who could be asked, and for whoever came by a sealed code, which is good
    /// for
    /// an hour: the next one lies beside it and would prove no more.
    public static final Proof ALWAYS = new Proof(Instant.MAX);

    /// For whoever has shown nothing, or not when.
    public static final Proof NEVER = new Proof(Instant.MIN);

    public boolean isYoungerThan(Duration age, Instant now) {
        return at.isAfter(now.minus(age));
    }
}
