package health.visavis.server;

import health.visavis.access.Action;
import health.visavis.server.Route.Visitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return MatrixFile.read("use-case-matrix.txt", UseCaseLine::parse);
    }

    private static UseCaseLine parse(List<String> words) {
        var action = words.get(1).replaceAll("[()]", "");
        if (words.size() != 2 + Caller.values().length || !ACTIONS.contains(action)) {
            throw new IllegalArgumentException("not a line of the matrix: " + words);
        }
        var expected = MatrixFile.answers(words.subList(2, words.size()), Caller.class, ANSWERS);
        return new UseCaseLine(words.getFirst(), action, action.equals(words.get(1)), expected);
    }
}
