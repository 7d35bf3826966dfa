package health.visavis.local.custody;

import health.visavis.local.CannotStart;
import health.visavis.local.demo.LocalOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What was typed after `keys`.
public sealed interface KeysWords {

    LocalOptions options();

    record Status(LocalOptions options) implements KeysWords {}

    record Rotate(LocalOptions options, String reason) implements KeysWords {}

    record Shred(LocalOptions options, UUID patient, String reason) implements KeysWords {}

    record Revoke(LocalOptions options, String version, String reason) implements KeysWords {}

    /// @throws CannotStart with the sentence to show
    static KeysWords of(List<String> words) {
        var left = new ArrayDeque<>(words);
        var act = left.isEmpty() ? "" : left.removeFirst();
        var about = act.equals("shred") || act.equals("revoke") ? next(left, act) : "";
        var reason = "";
        var others = new ArrayList<String>();
        while (!left.isEmpty()) {
            var word = left.removeFirst();
            if (word.equals("--reason")) {
                reason = next(left, word);
            } else {
                others.add(word);
            }
        }
        var options = LocalOptions.of("keys", others);
        return switch (act) {
            case "status" -> new Status(options);
            case "rotate" -> new Rotate(options, reason);
            case "shred" -> new Shred(options, patient(about), reason);
            case "revoke" -> new Revoke(options, about, reason);
            default -> throw new CannotStart("Visavis knows keys status, rotate, shred and revoke.");
        };
    }

    private static String next(ArrayDeque<String> left, String word) {
        if (left.isEmpty() || left.getFirst().startsWith("--")) {
            throw new CannotStart(word + " wants a value after it.");
        }
        return left.removeFirst();
    }

    private static UUID patient(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new CannotStart("A patient is named by the id in the address of their audit trail.");
        }
    }
}
