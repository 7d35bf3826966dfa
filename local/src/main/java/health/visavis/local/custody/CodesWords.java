package health.visavis.local.custody;

import health.visavis.local.CannotStart;
import health.visavis.local.demo.LocalOptions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was typed after `codes`.
public sealed interface CodesWords {

    LocalOptions options();

    record Status(LocalOptions options) implements CodesWords {}

    /// @param request what two have agreed to; empty where there is one alone
    record Print(LocalOptions options, Optional<UUID> request) implements CodesWords {}

    /// @throws CannotStart with the sentence to show
    static CodesWords of(List<String> words) {
        var left = new ArrayDeque<>(words);
        var act = left.isEmpty() ? "" : left.removeFirst();
        var request = act.equals("print") && !left.isEmpty() && !left.getFirst().startsWith("--")
                ? Optional.of(request(left.removeFirst()))
                : Optional.<UUID>empty();
        var options = LocalOptions.of("codes", List.copyOf(left));
        return switch (act) {
            case "status" -> new Status(options);
            case "print" -> new Print(options, request);
            default -> throw new CannotStart("Visavis knows codes status and print.");
        };
    }

    private static UUID request(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new CannotStart("A request is named by its id: see './visavis codes status'.");
        }
    }
}
