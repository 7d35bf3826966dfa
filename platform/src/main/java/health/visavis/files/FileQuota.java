package health.visavis.files;

import health.visavis.files.store.StoredFiles;
import health.visavis.kernel.PersonId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How much one person may send, in all visits and conversations together: whoever takes over a browser does not fill
/// the store. What is on its way at the same moment may come on top.
@Component
public class FileQuota {

    private static final Duration DAY = Duration.ofHours(24);

    private final StoredFiles files;
    private final FileSettings settings;
    private final Clock clock;

    FileQuota(StoredFiles files, FileSettings settings, Clock clock) {
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param size bytes of the file that is sent now
    public boolean hasRoom(PersonId sender, long size) {
        var sent = files.sentSince(sender, clock.instant().minus(DAY));
        return sent + size <= settings.perPersonADay().toBytes();
    }
}
