package health.visavis.web.components;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The value of `aria-describedby`: the ids of the hint and the error that are really there.
public final class Described {

    private Described() {}

    public static @Nullable String by(String id, @Nullable String hint, @Nullable String error) {
        var ids = Stream.of(hint == null ? "" : id + "-hint", error == null ? "" : id + "-error")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
