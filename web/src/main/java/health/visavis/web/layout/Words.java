package health.visavis.web.layout;

import java.util.List;

/// A text chosen before the language is known: its key and its arguments.
public record Words(String key, List<Object> arguments) {

    public Words {
        arguments = List.copyOf(arguments);
    }

    public static Words of(String key, Object... arguments) {
        return new Words(key, List.of(arguments));
    }
}
