package health.visavis.web.components;

import org.jspecify.annotations.Nullable;

/// One thing to choose: the value sent, the words shown, and a hint below them.
public record Choice(String value, String label, @Nullable String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }
}
