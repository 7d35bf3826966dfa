package health.visavis.consent;

import health.visavis.access.CareRelationships;
import health.visavis.access.PatientConsents;
import health.visavis.consent.store.Consents;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What counts at this moment, for the decision about one member of staff.
@Component
class ConsentsInForce implements PatientConsents {

    private final Consents consents;
    private final CareRelationships relationships;
    private final Clock clock;

    ConsentsInForce(Consents consents, CareRelationships relationships, Clock clock) {
        this.consents = consents;
        this.relationships = relationships;
        this.clock = clock;
    }

    @Override
    public Set<UUID> inForce(PatientId patient, PersonId staff) {
        return consents.inForce(patient, ConsentKind.SUBSTANCE_USE_RECORDS, clock.instant()).stream()
                .filter(consent -> isFor(staff, consent.recipients()))
                .map(Consent::id)
                .collect(Collectors.toSet());
    }

    private boolean isFor(PersonId staff, Recipients recipients) {
        return switch (recipients) {
            case Recipients.AllWhoTreat _ -> true;
            case Recipients.OneClinician one -> relationships.worksWith(staff, one.clinician());
        };
    }
}
