package health.visavis.azure.acs.news;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that has happened at the vendor, without names, numbers and addresses: those are left behind when it
/// is read.
///
/// News about chat is not among them: it would carry what people wrote through any data centre of the vendor's, so
/// nobody subscribes to it.
public sealed interface AcsNews {

    String id();

    Instant at();

    record CallBegan(String id, Instant at, String room) implements AcsNews {}

    record CallOver(String id, Instant at, String room, Duration lasted) implements AcsNews {}

    /// @param user the vendor's user that we made for a seat
    record Came(String id, Instant at, String room, String user) implements AcsNews {}

    record Left(String id, Instant at, String room, String user) implements AcsNews {}

    /// @param recording what the vendor calls it
    record RecordingReady(String id, Instant at, String recording, Duration length, List<RecordedFile> files)
            implements AcsNews {

        public RecordingReady {
            files = List.copyOf(files);
        }
    }

    /// @param id of the file at the vendor
    /// @param content where it is fetched
    /// @param deletion where it is deleted, with everything that belongs to it
    record RecordedFile(String id, URI content, URI deletion) {}

    record SmsReported(String id, Instant at, String message, boolean delivered) implements AcsNews {}

    record MailReported(String id, Instant at, String message, boolean delivered) implements AcsNews {}

    /// Our own leg in a call: connected, gone, somebody rung who came or did not.
    ///
    /// @param context what we have sent along, where it is an id of ours
    /// @param busy whether somebody who did not come was talking to somebody else
    record CallStep(
            String id,
            Instant at,
            String connection,
            Step step,
            @Nullable UUID context,
            boolean busy) implements AcsNews {}

    /// A recording runs, or does not any more.
    record RecordingTurned(String id, Instant at, String recording, boolean on) implements AcsNews {}

    /// Nothing that we have asked to be told.
    record Unasked(String id, Instant at) implements AcsNews {}

    enum Step {
        CONNECTED,
        DISCONNECTED,
        TELEPHONE_ANSWERED,
        TELEPHONE_NOT_ANSWERED
    }
}
