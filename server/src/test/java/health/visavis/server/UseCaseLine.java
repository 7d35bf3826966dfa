package health.visavis.server;

import health.visavis.access.Action;
import health.visavis.server.Route.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// One line of `use-case-matrix.txt`: a method of a use case, the act it puts on the trail, and what each caller is
/// answered.
///
/// @param grantRecorded false for what an open page or call asks for by itself
record UseCaseLine(String name, String action, boolean grantRecorded, Map<Caller, String> expected) {

    private static final Set<String> ANSWERS = Set.of("ok", "403", "404");
    private static final Set<String> ACTIONS =
            Arrays.stream(Action.values()).map(Action::code).collect(Collectors.toSet());

    /// As [Visitor], and two whom no page knows: somebody signed in without any role, and a process of ours.
    enum Caller {
        PATIENT,
        DOCTOR,
        NURSE,
        ADMIN,
        OTHER_PATIENT,
        OTHER_DOCTOR,
        OTHER_NURSE,
        NO_ROLE,
        SYSTEM;

        Optional<Visitor> visitor() {
            return Arrays.stream(Visitor.values())
                    .filter(visitor -> visitor.name().equals(name()))
                    .findAny();
        }
    }

    static List<UseCaseLine> all() {
        try {
            return new ClassPathResource("use-case-matrix.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(UseCaseLine::parse)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static UseCaseLine parse(String line) {
        var words = line.strip().split("\\s+");
        var action = words[1].replaceAll("[()]", "");
        var answers = List.of(words).subList(2, words.length);
        if (answers.size() != Caller.values().length || !ANSWERS.containsAll(answers) || !ACTIONS.contains(action)) {
            throw new IllegalArgumentException("not a line of the matrix: " + line);
        }
        var expected = new EnumMap<Caller, String>(Caller.class);
        for (var caller : Caller.values()) {
            expected.put(caller, answers.get(caller.ordinal()));
        }
        return new UseCaseLine(words[0], action, action.equals(words[1]), expected);
    }
}
