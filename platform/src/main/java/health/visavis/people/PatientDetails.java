package health.visavis.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is kept of a patient beyond the person.
public record PatientDetails(
        PersonDetails person,
        LocalDate bornOn,
        Gender gender,
        @Nullable String address) {

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
