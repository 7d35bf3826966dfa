package health.visavis.visit;

import health.visavis.kernel.Sensitive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a browser needs to join the line, different for each engine. It exists only for a person who holds a
/// seat, and never before admission.
public sealed interface CallCredential {

    /// For two browsers that connect themselves: the servers that help them, with a pass that expires.
    record Direct(List<IceServer> iceServers, IceSettings.Policy policy, Instant expiresAt) implements CallCredential {

        public Direct {
            iceServers = List.copyOf(iceServers);
        }
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
