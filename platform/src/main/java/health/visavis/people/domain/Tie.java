package health.visavis.people.domain;

import java.time.Instant;

/// Something between a patient and a clinician for which the clinician needs to see the patient's record.
public sealed interface Tie {

    /// Asked for or agreed on, and to end then; what was declined or cancelled is no tie.
    record Appointment(Instant endsAt) implements Tie {}

    /// They have met.
    record Visit(Instant at) implements Tie {}

    /// A record from elsewhere that names both came in.
    record Record(Instant at) implements Tie {}

    /// One of them wrote to the other.
    record Message(Instant at) implements Tie {}

    /// The clinic said so, until it says otherwise.
    record Assignment() implements Tie {}
}
