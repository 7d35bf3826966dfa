package health.visavis.proof.address;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody wants to know, in the words of [VerifyAddress].
record Question(String address, Map<String, String> options) {

    private static final String WITHOUT_EDGE = "--no-edge";

    static Question of(List<String> words) {
        var left = new ArrayDeque<>(words);
        var address = "";
        var options = new HashMap<String, String>();
        while (!left.isEmpty()) {
            var word = left.removeFirst();
            if (!word.startsWith("--")) {
                address = word;
            } else {
                options.put(word, word.equals(WITHOUT_EDGE) ? "" : left.removeFirst());
            }
        }
        return new Question(address, Map.copyOf(options));
    }

    /// A certificate in PEM that alone is believed.
    Optional<Path> authority() {
        return path("--trust");
    }

    /// An instance behind the edge, asked directly.
    Optional<String> origin() {
        return Optional.ofNullable(options.get("--origin"));
    }

    /// Whether a firewall should stand in front.
    boolean withEdge() {
        return !options.containsKey(WITHOUT_EDGE);
    }

    /// The folder that takes the signed evidence.
    Optional<Path> folder() {
        return path("--record");
    }

    /// What signs it.
    Optional<Path> key() {
        return path("--key");
    }

    /// Which state of the sources asks.
    String source() {
        return options.getOrDefault("--source", "unknown");
    }

    private Optional<Path> path(String option) {
        return Optional.ofNullable(options.get(option)).map(Path::of);
    }
}
