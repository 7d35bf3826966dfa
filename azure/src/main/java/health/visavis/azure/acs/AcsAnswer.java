package health.visavis.azure.acs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A successful answer, read by paths of names. What should be there and is not makes it no answer at all.
record AcsAnswer(AcsOperation operation, Map<String, Object> json) {

    String text(String... path) {
        var found = optional(path);
        if (found == null) {
            throw AcsProblem.unreadable(operation);
        }
        return found;
    }

    @Nullable
    String optional(String... path) {
        return at(path) instanceof String text ? text : null;
    }

    Instant moment(String... path) {
        try {
            return OffsetDateTime.parse(text(path)).toInstant();
        } catch (DateTimeException unreadable) {
            throw AcsProblem.unreadable(operation);
        }
    }

    int number(String... path) {
        if (at(path) instanceof Number number) {
            return number.intValue();
        }
        throw AcsProblem.unreadable(operation);
    }

    boolean isTrue(String... path) {
        return Boolean.TRUE.equals(at(path));
    }

    /// The objects of a list, each as an answer of its own.
    @SuppressWarnings("unchecked")
    List<AcsAnswer> all(String... path) {
        if (!(at(path) instanceof List<?> list)) {
            throw AcsProblem.unreadable(operation);
        }
        return list.stream()
                .map(entry -> entry instanceof Map<?, ?> map
                        ? new AcsAnswer(operation, (Map<String, Object>) map)
                        : new AcsAnswer(operation, Map.of()))
                .toList();
    }

    private @Nullable Object at(String... path) {
        Object found = json;
        for (var name : path) {
            if (!(found instanceof Map<?, ?> map)) {
                return null;
            }
            found = map.get(name);
        }
        return found;
    }

    /// It may hold a token.
    @Override
    public String toString() {
        return operation.toString();
    }
}
