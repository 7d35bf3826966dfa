package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Contact;
import health.visavis.chart.Coded;
import health.visavis.chart.ResourceType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

final class EncounterMapper {

    private EncounterMapper() {}

    static MappedEntry map(Encounter encounter) throws ResourceRejected {
        if (encounter.getStatus() == Encounter.EncounterStatus.ENTEREDINERROR) {
            return MappedEntry.retracted(ResourceType.ENCOUNTER, "Encounter.subject", encounter.getSubject());
        }
        var clinician = primaryPerformer(encounter);
        var contact = new Contact(
                what(encounter),
                Fields.firstText(encounter.getReasonCode()),
                clinician == null ? null : Fields.display(clinician),
                Fields.firstOf(
                        encounter.getLocationFirstRep().getLocation().getDisplay(),
                        encounter.getServiceProvider().getDisplay()),
                Fields.date(encounter.getPeriod()));
        return MappedEntry.of(ResourceType.ENCOUNTER, contact, "Encounter.subject", encounter.getSubject(), null)
                .by(clinician);
    }

    private static Coded what(Encounter encounter) throws ResourceRejected {
        if (encounter.hasType()) {
            return Fields.required(encounter.getTypeFirstRep(), "Encounter.type");
        }
        var kind = encounter.getClass_();
        var display = Fields.firstOf(kind.getDisplay(), kind.getCode());
        if (display == null) {
            throw new ResourceRejected("Encounter.class is missing");
        }
        return new Coded(kind.getSystem(), kind.getCode(), display);
    }

    private static @Nullable Reference primaryPerformer(Encounter encounter) {
        var all = encounter.getParticipant().stream()
                .filter(Encounter.EncounterParticipantComponent::hasIndividual)
                .toList();
        return all.stream()
                .filter(one -> one.getType().stream().anyMatch(type -> Fields.hasCode(type, "PPRF", "ATND")))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Encounter.EncounterParticipantComponent::getIndividual)
                .orElse(null);
    }
}
