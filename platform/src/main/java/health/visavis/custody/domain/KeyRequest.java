package health.visavis.custody.domain;

import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;

/// That something be done with keys. It is done when two different people have agreed to it before it lapses.
public sealed interface KeyRequest {

    Terms terms();

    /// @param reason the clinic's, without anything about a patient
    /// @param until nobody agrees any more
    record Terms(UUID id, KeyAct act, String reason, Instant askedAt, Instant until) {

        public boolean lapsedAt(Instant now) {
            return !now.isBefore(until);
        }
    }

    /// Somebody has put their name to it, having shown just before who they are.
    record Agreement(PersonId by, Instant at) {}

    /// By a command on the machine, which nobody signs in to: it is nobody's word.
    record Asked(Terms terms) implements KeyRequest {

        public Backed agree(Agreement first) {
            return new Backed(terms, first);
        }
    }

    /// One has agreed.
    record Backed(Terms terms, Agreement first) implements KeyRequest {

        /// @throws IllegalArgumentException for the same person
        public Approved agree(Agreement second) {
            return new Approved(terms, first, second);
        }
    }

    /// Both have; it will be done.
    record Approved(Terms terms, Agreement first, Agreement second) implements KeyRequest {

        public Approved {
            if (first.by().equals(second.by())) {
                throw new IllegalArgumentException("one person agrees once");
            }
        }
    }

    record Closed(Terms terms, Ending ending, Instant at) implements KeyRequest {}

    enum Ending {
        DONE,
        /// It could not be done, and is to be asked for anew.
        FAILED,
        REFUSED
    }

    /// What comes of somebody's agreement.
    sealed interface Answer {

        record Agreed(KeyRequest now) implements Answer {}

        /// Another person has to.
        record SamePerson() implements Answer {}

        /// It has lapsed, or others have decided.
        record NotOpen() implements Answer {}
    }

    default Answer agreedBy(PersonId person, Instant now) {
        if (terms().lapsedAt(now)) {
            return new Answer.NotOpen();
        }
        var agreement = new Agreement(person, now);
        return switch (this) {
            case Asked asked -> new Answer.Agreed(asked.agree(agreement));
            case Backed backed when backed.first().by().equals(person) -> new Answer.SamePerson();
            case Backed backed -> new Answer.Agreed(backed.agree(agreement));
            case Approved _, Closed _ -> new Answer.NotOpen();
        };
    }

    /// Whether somebody can still agree or refuse.
    default boolean isOpenAt(Instant now) {
        return switch (this) {
            case Asked _, Backed _ -> !terms().lapsedAt(now);
            case Approved _, Closed _ -> false;
        };
    }
}
