package health.visavis.recording;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells recorders every ten seconds where the recordings of the last day stand: one may not have been reached, a call
/// may have gone on over another engine, an instance may have died.
@Component
class RecorderRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RecorderRounds.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration STILL_TOLD = Duration.ofDays(1);

    private final RecorderView recordings;
    private final CallRecorders recorders;
    private final Clock clock;
    private final Rounds rounds;

    RecorderRounds(RecorderView recordings, CallRecorders recorders, Clock clock) {
        this.recordings = recordings;
        this.recorders = recorders;
        this.clock = clock;
        this.rounds = new Rounds("recorder-rounds", EVERY, this::make, RecorderRounds::failed);
    }

    /// One whose recorder fails holds up no other.
    void make() {
        var since = clock.instant().minus(STILL_TOLD);
        for (var id : recordings.of(all -> all.begunAndNotStoppedBefore(since))) {
            try {
                recorders.tell(id);
            } catch (RuntimeException away) {
                failed(away);
            }
        }
    }

    private static void failed(RuntimeException away) {
        LOG.warn("A recorder could not be told: {}", away.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
