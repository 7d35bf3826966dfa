package health.visavis.calllist;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes the list at the start and every few minutes for as long as the application runs. Several instances may: each
/// writes the whole list. The list that lies there is the last one that could be written: its age says so to whoever
/// opens it.
@Component
class CallListRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CallListRounds.class);

    private final CallListRound round;
    private final CallListSettings settings;
    private final Rounds rounds;

    CallListRounds(CallListRound round, CallListSettings settings) {
        this.round = round;
        this.settings = settings;
        this.rounds = new Rounds("call-list", settings.every(), this::write, CallListRounds::failed);
    }

    private void write() {
        var folder = settings.folder();
        if (folder != null) {
            round.write(folder);
        }
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn(
                "The call list could not be written: {}", unavailable.getClass().getName());
    }

    @Override
    public void start() {
        if (settings.folder() != null) {
            rounds.startAtOnce();
        }
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
