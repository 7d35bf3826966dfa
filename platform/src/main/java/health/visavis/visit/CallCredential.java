package health.visavis.visit;

import health.visavis.kernel.Sensitive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a browser needs to join the line, different for each engine. It exists only for a person who holds a
/// seat, and never before admission.
public sealed interface CallCredential {

    /// Two browsers connect themselves: the servers that help them, with a pass that expires.
    record Direct(List<IceServer> iceServers, IceSettings.Policy policy, Media media, Instant expiresAt)
            implements CallCredential {

        public Direct {
            iceServers = List.copyOf(iceServers);
        }
    }

    /// A vendor carries media in a room of its own: who one is there, and the token that proves it.
    record Hosted(String room, String identity, Sensitive<String> token, Instant expiresAt) implements CallCredential {}

    /// A vendor's room whose media cannot be reached from here: two browsers connect themselves and say so.
    record Simulated(Direct connection) implements CallCredential {}

    /// No browser connects: they speak by telephone, and the page tells the number.
    record Telephone() implements CallCredential {}

    /// What a line carries.
    enum Media {
        SOUND_AND_PICTURE,
        SOUND
    }

    record IceServer(
            List<String> urls,
            @Nullable String userName,
            @Nullable Sensitive<String> password) {

        public IceServer {
            urls = List.copyOf(urls);
        }
    }
}
