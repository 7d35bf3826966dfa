package health.visavis.recording.domain;

import health.visavis.kernel.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each person said last.
public record Consents(Map<PersonId, Boolean> answers) {

    /// The consent of everybody who was in the call at that moment. Only [#ofEveryone] makes one, and nothing starts
    /// without it.
    public static final class OfEveryone {

        private OfEveryone() {}
    }

    public Consents {
        answers = Map.copyOf(answers);
    }

    /// Empty while somebody who is present has not consented, and when nobody is.
    public Optional<OfEveryone> ofEveryone(Set<PersonId> present) {
        return !present.isEmpty() && present.stream().allMatch(person -> answers.getOrDefault(person, false))
                ? Optional.of(new OfEveryone())
                : Optional.empty();
    }

    public boolean given(PersonId person) {
        return answers.getOrDefault(person, false);
    }
}
