package health.visavis.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/// What is limited, and how. Many people may share an address: a hospital has one.
public enum Limit {
    /// Links of guests that open nothing, for an address.
    GUEST_LINKS(60, Duration.ofMinutes(10)),
    /// Links to make an account that open nothing, for an address.
    SIGN_UP_LINKS(60, Duration.ofMinutes(10)),
    /// Passwords and codes that were wrong, for an address; each name and each second factor has its own besides.
    SIGN_IN(100, Duration.ofMinutes(10)),
    /// Searches for a patient in an emergency that find nobody, for a person: names and birth dates are not to be
    /// guessed.
    EMERGENCY_SEARCH(30, Duration.ofMinutes(10)),
    /// Sealed codes that were wrong, for an address. None can be guessed; each costs a computation.
    SEALED_CODES(30, Duration.ofMinutes(10)),
    /// Requests to the JSON interface, for a person. A call with many changes of its network makes a few in a second.
    API(1_200, Duration.ofMinutes(1)),
    /// Files with many rows, for a person.
    EXPORTS(20, Duration.ofMinutes(10)),
    /// Invitations of people, proxies and guests, for a person. Whoever registers a clinic's patients one after the
    /// other needs more than a few.
    INVITATIONS(60, Duration.ofMinutes(10));

    private final int tries;
    private final Duration period;

    Limit(int tries, Duration period) {
        this.tries = tries;
        this.period = period;
    }

    public int tries() {
        return tries;
    }

    /// How long an empty bucket takes to be full.
    public Duration period() {
        return period;
    }

    BucketConfiguration bucket() {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(tries)
                        .refillGreedy(tries, period)
                        .build())
                .build();
    }
}
