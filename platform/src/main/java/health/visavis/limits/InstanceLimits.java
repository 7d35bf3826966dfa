package health.visavis.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Counts what reaches this instance, in memory: nothing but work is lost when each counts for itself.
@Component
public class InstanceLimits implements Limits {

    private static final int MOST = 100_000;

    private record Key(Limit limit, String who) {}

    private final LoadingCache<Key, Bucket> buckets;

    public InstanceLimits(Clock clock) {
        var meter = Tries.meter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(longestPeriod())
                .build(key -> full(key, meter));
    }

    @Override
    public Optional<Duration> take(Limit limit, String who) {
        return Tries.take(buckets.get(new Key(limit, who)));
    }

    @Override
    public Optional<Duration> look(Limit limit, String who) {
        return Tries.look(buckets.get(new Key(limit, who)));
    }

    private static Bucket full(Key key, TimeMeter meter) {
        var bucket = Bucket.builder().withCustomTimePrecision(meter);
        for (var bandwidth : key.limit().bucket().getBandwidths()) {
            bucket.addLimit(bandwidth);
        }
        return bucket.build();
    }

    /// A bucket that nobody has asked for so long is full.
    private static Duration longestPeriod() {
        return Arrays.stream(Limit.values())
                .map(Limit::period)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
