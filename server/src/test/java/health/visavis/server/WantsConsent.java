package health.visavis.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the patient has agreed to what their chart shows only with consent; and what `consent-matrix.txt` says is
/// shown then, and to whom.
enum WantsConsent {
    AGREED,
    WITHDRAWN;

    private static final String PATIENT = "PATIENT";

    private static final Map<String, Set<String>> SHOWN =
            MatrixFile.read("consent-matrix.txt", Function.identity()).stream()
                    .collect(Collectors.toMap(
                            words -> String.join(" ", words.subList(0, words.size() - 1)),
                            words -> Set.of(words.getLast().split(","))));

    /// Everything that is listed.
    static Set<String> listed() {
        return SHOWN.keySet();
    }

    /// @param what a route, or the name of a use case
    /// @param who a constant of those who ask about it
    boolean shows(String what, Enum<?> who) {
        return SHOWN.getOrDefault(what, Set.of()).contains(who.name())
                && (this == AGREED || who.name().equals(PATIENT));
    }

    <W extends Enum<W>> Set<W> shownTo(String what, Class<W> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(who -> shows(what, who))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }
}
