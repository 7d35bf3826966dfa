package health.visavis.alarm;

import health.visavis.kernel.PersonId;
import java.util.UUID;

/// What an alarm is about. Never a patient: an alarm is about who acts, the trail says on whose data.
public sealed interface AlarmSubject {

    /// Somebody, or a sign-in that belongs to nobody here.
    record Person(PersonId id) implements AlarmSubject {}

    /// A network address from which somebody acts.
    record Address(String address) implements AlarmSubject {}

    /// The audit trail.
    record Trail() implements AlarmSubject {}

    /// @param name of the key, as the vault knows it
    record Key(String name) implements AlarmSubject {}

    /// The name of its kind in the table.
    default String kind() {
        return switch (this) {
            case Person _ -> "PERSON";
            case Address _ -> "ADDRESS";
            case Trail _ -> "TRAIL";
            case Key _ -> "KEY";
        };
    }

    /// What tells it apart from others of its kind.
    default String value() {
        return switch (this) {
            case Person person -> person.id().toString();
            case Address address -> address.address();
            case Trail _ -> "-";
            case Key key -> key.name();
        };
    }

    /// @throws IllegalArgumentException for a kind that there is not
    static AlarmSubject of(String kind, String value) {
        return switch (kind) {
            case "PERSON" -> new Person(new PersonId(UUID.fromString(value)));
            case "ADDRESS" -> new Address(value);
            case "TRAIL" -> new Trail();
            case "KEY" -> new Key(value);
            default -> throw new IllegalArgumentException("no alarm is about " + kind);
        };
    }
}
