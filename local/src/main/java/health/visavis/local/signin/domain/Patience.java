package health.visavis.local.signin.domain;

import java.time.Duration;

/// How long to wait after wrong tries: nothing for the first four, then five seconds, doubling up to a quarter
/// of an hour.
public final class Patience {

    public static final int FREE_TRIES = 5;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Patience() {}

    public static Duration after(int wrongTries) {
        if (wrongTries < FREE_TRIES) {
            return Duration.ZERO;
        }
        var doublings = Math.min(wrongTries - FREE_TRIES, 10);
        var wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
