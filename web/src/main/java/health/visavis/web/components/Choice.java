package health.visavis.web.components;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One thing to choose: the value sent, the words shown, and a hint below them.
public record Choice(String value, String label, @Nullable String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }

    /// For a filter: none of them, or one.
    public static List<Choice> anyOr(String any, Stream<Choice> choices) {
        return Stream.concat(Stream.of(of("", any)), choices).toList();
    }

    /// The constant that somebody chose, if it is one.
    public static <E extends Enum<E>> Optional<E> named(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
