package health.visavis.visit.domain;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import java.util.UUID;

/// Somebody invited to one visit. To everything that asks who acted they are a person with this id, known nowhere else.
public record CompanionId(UUID value) {

    public static CompanionId next() {
        return new CompanionId(TimeOrderedId.next());
    }

    public static CompanionId of(PersonId person) {
        return new CompanionId(person.value());
    }

    public PersonId person() {
        return new PersonId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
