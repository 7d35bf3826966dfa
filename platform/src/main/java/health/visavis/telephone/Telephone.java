package health.visavis.telephone;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.store.PhoneVisits;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for pages and capabilities that have asked for theirs.
@Component
public class Telephone {

    /// The kind of live event that tells of a visit's telephone.
    static final String NEWS = "phone";

    private final PhoneVisits phoneVisits;
    private final Numbers numbers;

    Telephone(PhoneVisits phoneVisits, Numbers numbers) {
        this.phoneVisits = phoneVisits;
        this.numbers = numbers;
    }

    /// Which of these visits are held by telephone.
    public Set<VisitId> among(Collection<VisitId> visits) {
        return phoneVisits.among(visits);
    }

    /// The number to reach the patient of this visit at: the one given for it, while it can be read, or the one on
    /// file. In the transaction that was granted it.
    public Optional<Sensitive<String>> numberFor(VisitId visit, PatientId patient) {
        return phoneVisits
                .find(visit)
                .flatMap(numbers::readable)
                .or(() -> numbers.onFile(patient))
                .map(numbers::shown);
    }
}
