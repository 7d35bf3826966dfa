package health.visavis.keys;

import health.visavis.keys.KeyVaultAway.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Bulkhead and circuit breaker around the key vault: whoever asks it is in the middle of a transaction, and keeps a
/// connection to the database meanwhile. A vault that hangs must not take them all, so that whoever needs none of its
/// keys goes on.
///
/// At most [#AT_ONCE] ask at a time, and who finds no place within [#PATIENCE] is turned away. Once the vault was away
/// the circuit is open: after each [#PAUSE] one asks, the others are turned away at once, until it answers again.
/// Why it is asked in a transaction at all: ADR 0039.
@Component
class VaultBulkhead {

    /// Of the sixteen connections that an instance has.
    static final int AT_ONCE = 6;

    static final Duration PATIENCE = Duration.ofMillis(250);
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);
    private final InstantSource clock;

    VaultBulkhead(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws KeyVaultAway when it was away a moment ago, or too many ask; else whatever the question throws
    <T> T ask(Supplier<T> question) {
        pass();
        enter();
        try {
            var answer = question.get();
            notBefore.set(Instant.MIN);
            return answer;
        } catch (KeyVaultAway away) {
            notBefore.set(clock.instant().plus(PAUSE));
            throw away;
        } catch (KeyUnavailable answered) {
            notBefore.set(Instant.MIN);
            throw answered;
        } finally {
            places.release();
        }
    }

    /// Of all who come after a pause the first one passes.
    private void pass() {
        var until = notBefore.get();
        if (until.equals(Instant.MIN)) {
            return;
        }
        var now = clock.instant();
        if (now.isBefore(until) || !notBefore.compareAndSet(until, now.plus(PAUSE))) {
            throw new KeyVaultAway(Reason.UNREACHABLE, "not asked, since it was away a moment ago");
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KeyVaultAway(Reason.BUSY, "not asked, since " + AT_ONCE + " are asking");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KeyVaultAway(Reason.BUSY, "not asked, since we are stopping");
        }
    }
}
