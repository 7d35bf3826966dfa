package health.visavis.web.components;

import java.util.Locale;
import java.util.regex.Pattern;

/// The letters and the tone that stand for a person without a picture.
public final class Initials {

    private static final Pattern TITLE = Pattern.compile("(?i)^(dr|dra|mr|mrs|ms|sr|sra)\\.?$");
    private static final int TONES = 6;

    private Initials() {}

    /// First letters of the first and the last name: "Dr. Ana María Ruiz" → "AR".
    public static String of(String name) {
        var words = java.util.Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && !TITLE.matcher(word).matches())
                .toList();
        if (words.isEmpty()) {
            return "?";
        }
        var last = words.size() > 1 ? first(words.getLast()) : "";
        return (first(words.getFirst()) + last).toUpperCase(Locale.ROOT);
    }

    /// Always the same tone for the same name.
    public static int tone(String name) {
        return Math.floorMod(name.hashCode(), TONES) + 1;
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
