package health.visavis.access;

import java.util.UUID;

/// What a simulated decision takes for granted instead of asking; everything else is as it is. See [Access#simulate].
public sealed interface Assumption {

    record AsItIs() implements Assumption {}

    /// Whoever acts treats the patient, or has stopped to.
    record Care(boolean goesOn) implements Assumption {}

    /// The patient has agreed that whoever acts sees records of treatment for substance use, or has not.
    record Consent(boolean given) implements Assumption {}

    /// This one consent is withdrawn; others may say the same.
    record Withdrawn(UUID consent) implements Assumption {}

    /// Whoever acts has opened the record in an emergency.
    record Emergency() implements Assumption {}
}
