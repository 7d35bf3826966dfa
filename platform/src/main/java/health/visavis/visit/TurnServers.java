package health.visavis.visit;

import health.visavis.kernel.Sensitive;
import java.util.List;

/// The relays of an installation, and how they find out whether a pass is good.
public sealed interface TurnServers {

    /// What `visavis.ice.turn-check` says.
    enum Check {
        SIGNATURE,
        DATABASE
    }

    /// `turn:` and `turns:` addresses as browsers take them.
    List<String> urls();

    /// Calls work inside one network.
    record None() implements TurnServers {

        @Override
        public List<String> urls() {
            return List.of();
        }
    }

    /// They know one secret of ours and nobody who holds a pass: a pass is good until its end, whatever happens.
    record BySignature(List<String> urls, Sensitive<String> secret) implements TurnServers {

        public BySignature {
            urls = List.copyOf(urls);
            if (urls.isEmpty() || secret.reveal().isBlank()) {
                throw new IllegalArgumentException("visavis.ice.turn-urls needs visavis.ice.turn-secret");
            }
        }
    }

    /// They look each pass up in our database, where it is gone at once with the seat it was made for.
    record ByDatabase(List<String> urls) implements TurnServers {

        public ByDatabase {
            urls = List.copyOf(urls);
            if (urls.isEmpty()) {
                throw new IllegalArgumentException("visavis.ice.turn-check=DATABASE needs visavis.ice.turn-urls");
            }
        }
    }

    /// @param secret blank where there is none
    /// @throws IllegalArgumentException for settings that contradict each other; names the settings alone
    static TurnServers of(Check check, List<String> urls, Sensitive<String> secret) {
        return switch (check) {
            case SIGNATURE -> urls.isEmpty() ? new None() : new BySignature(urls, secret);
            case DATABASE -> {
                if (!secret.reveal().isBlank()) {
                    throw new IllegalArgumentException(
                            "visavis.ice.turn-check=DATABASE and visavis.ice.turn-secret exclude each other: "
                                    + "whoever knows the secret would make passes that nobody can take back");
                }
                yield new ByDatabase(urls);
            }
        };
    }
}
