package health.visavis.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/// Reads the tables of who is answered what: words between spaces, one line each, after lines that begin with `#`.
final class MatrixFile {

    private MatrixFile() {}

    static <L> List<L> read(String file, Function<List<String>, L> line) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .map(text -> line.apply(List.of(text.strip().split("\\s+"))))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// One answer for each who asks, in the order of the columns; what follows them is not looked at.
    static <A extends Enum<A>> Map<A, String> answers(List<String> columns, Class<A> who, Set<String> known) {
        var answers = new EnumMap<A, String>(who);
        for (var asking : who.getEnumConstants()) {
            if (asking.ordinal() >= columns.size() || !known.contains(columns.get(asking.ordinal()))) {
                throw new IllegalArgumentException("no answer for " + asking + " in: " + columns);
            }
            answers.put(asking, columns.get(asking.ordinal()));
        }
        return answers;
    }
}
