package health.visavis.alarm;

import health.visavis.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An alarm as it stands.
///
/// @param seen null while nobody has looked at it
public record RaisedAlarm(UUID id, Alarm alarm, @Nullable Seen seen) {

    /// @param finding what it turned out to be
    public record Seen(PersonId by, Instant at, Finding finding) {}

    /// Whether whoever has looked at it is the one it is about: the only administrator of a clinic.
    public boolean seenByItsSubject() {
        return seen != null && alarm.subject().equals(new AlarmSubject.Person(seen.by()));
    }

    /// What an administrator found. A choice and no free words: nothing of a patient gets into the table by way of it.
    public enum Finding {
        /// It was meant and allowed.
        EXPECTED,
        /// A mistake, without harm.
        HARMLESS,
        /// Taken up as an incident.
        INCIDENT,
        /// An exercise.
        EXERCISE
    }
}
