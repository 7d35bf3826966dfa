package health.visavis.files;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes away, every quarter of an hour, what was stored and never referred to: an upload whose message failed.
/// Several instances may; to delete what is deleted already is quiet.
@Component
class StagedFileSweep implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(StagedFileSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Rounds rounds;

    StagedFileSweep(EncryptedFiles files) {
        this.rounds = new Rounds("staged-file-sweep", EVERY, files::sweep, StagedFileSweep::failed);
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("Staged files were not swept: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
