package health.visavis.azure.acs;

import health.visavis.azure.acs.store.AcsTakes;
import health.visavis.azure.acs.store.AcsTakes.TakeFile;
import health.visavis.files.FileKind;
import health.visavis.kernel.Rounds;
import health.visavis.recording.RecordingDesk;
import health.visavis.rounds.MakesRounds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what the vendor has recorded, hands it in, and deletes it there: also what may not be kept. What fails is
/// tried again once its claim has run out; the vendor itself keeps a file for a day or two.
final class RecordingFetch implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingFetch.class);

    private final AcsTakes takes;
    private final AcsRecordingFiles files;
    private final RecordingDesk desk;
    private final Duration fetchWithin;
    private final Clock clock;
    private final Rounds rounds;

    RecordingFetch(
            AcsTakes takes, AcsRecordingFiles files, RecordingDesk desk, AcsRecordingSettings settings, Clock clock) {
        this.takes = takes;
        this.files = files;
        this.desk = desk;
        this.fetchWithin = settings.fetchWithin();
        this.clock = clock;
        this.rounds = new Rounds("acs-recording-fetch", settings.fetchEvery(), this::make, RecordingFetch::failed);
    }

    /// All that lie there, one after the other.
    void make() {
        var now = clock.instant();
        for (var next = takes.claim(now, now.plus(fetchWithin));
                next.isPresent();
                next = takes.claim(now, now.plus(fetchWithin))) {
            bring(next.get());
        }
    }

    private void bring(TakeFile file) {
        try {
            if (!files.fetch(
                    file.content(), content -> desk.take(file.recording(), file.id(), FileKind.MP4, content))) {
                LOG.warn("A file of recording {} is no longer at the vendor", file.recording());
            }
            files.delete(file.deletion());
            takes.deleted(file, clock.instant());
        } catch (IOException | RuntimeException away) {
            failed(away);
        }
    }

    private static void failed(Exception away) {
        LOG.warn(
                "A recording could not be fetched or deleted at the vendor: {}",
                away.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
