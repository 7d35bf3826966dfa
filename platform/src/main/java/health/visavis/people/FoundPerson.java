package health.visavis.people;

import java.time.LocalDate;
import java.util.Optional;

/// Somebody we know, who may sign in or not, such as a patient whose record was imported.
///
/// @param bornOn tells patients of one name apart
public record FoundPerson(Account account, Optional<LocalDate> bornOn) {

    @Override
    public String toString() {
        return "FoundPerson[" + account.person() + "]";
    }
}
