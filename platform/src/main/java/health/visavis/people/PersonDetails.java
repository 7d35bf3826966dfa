package health.visavis.people;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is kept of a person, whoever the person is. Does not print itself: every part is personal.
public record PersonDetails(
        String given,
        String family,
        @Nullable String email,
        @Nullable String phone,
        ZoneId zone,
        Locale language) {

    public PersonDetails {
        if (given.isBlank() && family.isBlank()) {
            throw new IllegalArgumentException("a person needs a name");
        }
    }

    public String displayName() {
        return (given + " " + family).strip();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
