package health.visavis.limits;

import health.visavis.kernel.Algorithms;
import health.visavis.limits.store.Buckets;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/// Counts for all instances together, in the database: of two that read a bucket at once, one writes it and the other
/// reads again. Part of the caller's transaction, where there is one.
@Component
public class SharedLimits implements Limits {

    private final Buckets buckets;
    private final Clock clock;
    private final InDatabase proxies;

    SharedLimits(Buckets buckets, Clock clock) {
        this.buckets = buckets;
        this.clock = clock;
        this.proxies = new InDatabase(ClientSideConfig.getDefault().withClientClock(Tries.meter(clock)));
    }

    @Override
    public Optional<Duration> take(Limit limit, String who) {
        var wait = Tries.take(proxies.getProxy(new Key(limit, who), limit::bucket));
        if (wait.isEmpty()) {
            buckets.forgetFull(clock.instant());
        }
        return wait;
    }

    @Override
    public Optional<Duration> look(Limit limit, String who) {
        return buckets.state(new Key(limit, who).hash()).isEmpty()
                ? Optional.empty()
                : Tries.look(proxies.getProxy(new Key(limit, who), limit::bucket));
    }

    /// The address itself is not kept.
    private record Key(Limit limit, String who) {

        byte[] hash() {
            try {
                return Algorithms.inUse()
                        .digest("SHA-256")
                        .digest((limit.name() + " " + who).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }

    /// Bucket4j's way to a database.
    private final class InDatabase extends AbstractCompareAndSwapBasedProxyManager<Key> {

        InDatabase(ClientSideConfig config) {
            super(config);
        }

        @Override
        protected CompareAndSwapOperation beginCompareAndSwapOperation(Key key) {
            var hash = key.hash();
            return new CompareAndSwapOperation() {

                @Override
                public Optional<byte[]> getStateData(Optional<Long> timeout) {
                    return buckets.state(hash);
                }

                @Override
                public boolean compareAndSwap(
                        byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                    var fullAt = clock.instant().plus(key.limit().period());
                    return before == null
                            ? buckets.add(hash, after, fullAt)
                            : buckets.replace(hash, before, after, fullAt);
                }
            };
        }

        @Override
        public void removeProxy(Key key) {
            buckets.remove(key.hash());
        }

        @Override
        public boolean isAsyncModeSupported() {
            return false;
        }

        @Override
        protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(Key key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected CompletableFuture<Void> removeAsync(Key key) {
            throw new UnsupportedOperationException();
        }
    }
}
