package health.visavis.web.breakglass;

import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.Sought;
import health.visavis.kernel.Sensitive;
import health.visavis.web.components.Choice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was typed to find a patient, and to open the record. Posted: a name in an address would stay in histories.
public record EmergencyForm(
        @Nullable String name,
        @Nullable String bornMonth,
        @Nullable String bornDay,
        @Nullable String bornYear,
        @Nullable UUID patient,
        @Nullable String reason,
        @Nullable String words,
        @Nullable Boolean warned) {

    private static final int LONGEST_NAME = 160;

    static EmergencyForm empty() {
        return new EmergencyForm(null, null, null, null, null, null, null, null);
    }

    boolean hasName() {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    Optional<LocalDate> bornOn() {
        try {
            return Optional.of(LocalDate.of(number(bornYear), number(bornMonth), number(bornDay)));
        } catch (NumberFormatException | DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /// A box that is not ticked is not sent.
    public boolean isWarned() {
        return Boolean.TRUE.equals(warned);
    }

    /// Empty while the name or the date is missing.
    Optional<Sought> sought() {
        return hasName() && name != null ? bornOn().map(day -> new Sought(Sensitive.of(name), day)) : Optional.empty();
    }

    Optional<EmergencyReason> chosen() {
        return Choice.named(EmergencyReason.class, reason);
    }

    private static int number(@Nullable String typed) {
        return Integer.parseInt(typed == null ? "" : typed.strip());
    }
}
