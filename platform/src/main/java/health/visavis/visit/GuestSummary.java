package health.visavis.visit;

import health.visavis.kernel.PersonId;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.Errand;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A guest of a visit as those see them who may let them in.
///
/// @param language of an interpreter; null for everybody else
/// @param invitedAs what whoever invited calls them
/// @param name what they call themselves, once they have come
/// @param here whether a page of theirs is open now
public record GuestSummary(
        UUID id,
        GuestKind kind,
        @Nullable String language,
        String invitedAs,
        PersonId invitedBy,
        @Nullable String name,
        State state,
        @Nullable Instant waitingSince,
        boolean here) {

    public enum State {
        INVITED,
        WAITING,
        ADMITTED,
        CO_HOST,
        REMOVED
    }

    static GuestSummary of(Companion companion, boolean here) {
        var facts = companion.facts();
        return new GuestSummary(
                companion.id().value(),
                GuestKind.of(facts.errand()),
                facts.errand() instanceof Errand.Interpreter interpreter ? interpreter.language() : null,
                facts.invitedAs(),
                facts.invitedBy(),
                name(companion),
                state(companion),
                companion instanceof Companion.Waiting waiting ? waiting.since() : null,
                here);
    }

    static @Nullable String name(Companion companion) {
        return switch (companion) {
            case Companion.Opened opened -> opened.name();
            case Companion.Waiting waiting -> waiting.name();
            case Companion.Admitted admitted -> admitted.name();
            case Companion.Invited _, Companion.Removed _ -> null;
        };
    }

    private static State state(Companion companion) {
        return switch (companion) {
            case Companion.Invited _, Companion.Opened _ -> State.INVITED;
            case Companion.Waiting _ -> State.WAITING;
            case Companion.Admitted admitted -> admitted.coHost() ? State.CO_HOST : State.ADMITTED;
            case Companion.Removed _ -> State.REMOVED;
        };
    }
}
