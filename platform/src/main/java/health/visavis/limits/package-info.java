/// How often somebody may try something, and how long they wait when they have tried too often. The counting is
/// Bucket4j's: a bucket holds so many tries and fills again evenly.
///
/// | who counts | where | for |
/// |---|---|---|
/// | [SharedLimits] | PostgreSQL, for all instances together | what a guess could open |
/// | [InstanceLimits] | memory of this instance | what only costs work |
///
/// | table | holds |
/// |---|---|
/// | `rate_bucket` | state of a bucket by a hash of whose it is; unlogged |
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.visavis.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
