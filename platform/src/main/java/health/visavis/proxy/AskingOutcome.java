package health.visavis.proxy;

import health.visavis.kernel.Sensitive;
import java.time.Instant;

/// What came of asking somebody to act for a patient.
public sealed interface AskingOutcome {

    /// @param token for the link: it exists here and nowhere else
    /// @param until when it will be over
    /// @param expiresAt until when the link can be answered
    record Asked(Sensitive<String> token, Instant until, Instant expiresAt) implements AskingOutcome {}

    /// A child lets nobody act: the clinic registers the parents.
    record NotOfAge() implements AskingOutcome {}

    /// Only a parent or guardian acts for a child.
    record NoParent() implements AskingOutcome {}

    record NameMissing() implements AskingOutcome {}

    record NothingGiven() implements AskingOutcome {}

    /// @param most so many may act for one patient
    record TooMany(int most) implements AskingOutcome {}
}
