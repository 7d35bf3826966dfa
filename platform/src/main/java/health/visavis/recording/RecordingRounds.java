package health.visavis.recording;

import health.visavis.access.Actor;
import health.visavis.files.EncryptedFiles;
import health.visavis.kernel.Rounds;
import health.visavis.recording.store.Recordings;
import health.visavis.rounds.MakesRounds;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Deletes, every ten minutes, what has been kept for as long as the clinic keeps it. Several instances may; to delete
// what
/// is deleted already is quiet.
@Component
class RecordingRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingRounds.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Actor SELF = Actor.system("recording retention");
    private static final int AT_ONCE = 50;

    private final RecorderView recordings;
    private final EncryptedFiles files;
    private final DeleteOldRecordings deleteOld;
    private final RecordingSettings settings;
    private final Clock clock;
    private final Rounds rounds;

    RecordingRounds(
            RecorderView recordings,
            EncryptedFiles files,
            DeleteOldRecordings deleteOld,
            RecordingSettings settings,
            Clock clock) {
        this.recordings = recordings;
        this.files = files;
        this.deleteOld = deleteOld;
        this.settings = settings;
        this.clock = clock;
        this.rounds = new Rounds("recording-retention", EVERY, this::make, RecordingRounds::failed);
    }

    /// Content first: what is not deleted yet is found again in the next round.
    void make() {
        var before = clock.instant().minus(settings.retention());
        for (var old : recordings.of(all -> all.stoppedBefore(before, AT_ONCE))) {
            var id = old.facts().id();
            files.delete(
                    old.facts().patient(),
                    recordings.of(all -> all.parts(id)).stream()
                            .map(Recordings.Part::file)
                            .toList());
            deleteOld.deleted(SELF, id);
        }
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("Old recordings were not deleted: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
