package health.visavis.limits;

import java.time.Duration;
import java.util.Optional;

/// Counts tries.
public interface Limits {

    /// Counts one.
    ///
    /// @param who an address, or a person
    /// @return how long to wait, when there was none left; it is not counted then
    Optional<Duration> take(Limit limit, String who);

    /// How long to wait for the next one, when there is none left. Counts nothing.
    Optional<Duration> look(Limit limit, String who);
}
