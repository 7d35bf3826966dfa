package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Allergy;
import health.visavis.chart.ResourceType;
import java.util.ArrayList;
import org.hl7.fhir.r4.model.AllergyIntolerance;

final class AllergyMapper {

    private AllergyMapper() {}

    static MappedEntry map(AllergyIntolerance source) throws ResourceRejected {
        if (Fields.hasCode(source.getVerificationStatus(), "entered-in-error")) {
            return MappedEntry.retracted(
                    ResourceType.ALLERGY_INTOLERANCE, "AllergyIntolerance.patient", source.getPatient());
        }
        var reactions = new ArrayList<Allergy.Reaction>();
        for (var reaction : source.getReaction()) {
            var severity = reaction.hasSeverity() ? reaction.getSeverity().toCode() : null;
            for (var manifestation : reaction.getManifestation()) {
                reactions.add(new Allergy.Reaction(
                        Fields.required(manifestation, "AllergyIntolerance.reaction.manifestation"), severity));
            }
        }
        var recorded = Fields.date(source.getOnset());
        var allergy = new Allergy(
                Fields.required(source.getCode(), "AllergyIntolerance.code"),
                !source.hasClinicalStatus() || Fields.hasCode(source.getClinicalStatus(), "active"),
                criticality(source),
                reactions,
                recorded != null ? recorded : Fields.date(source.getRecordedDateElement()));
        return MappedEntry.of(
                ResourceType.ALLERGY_INTOLERANCE,
                allergy,
                "AllergyIntolerance.patient",
                source.getPatient(),
                source.getEncounter());
    }

    private static Allergy.Criticality criticality(AllergyIntolerance source) {
        return switch (source.getCriticality()) {
            case HIGH -> Allergy.Criticality.HIGH;
            case LOW -> Allergy.Criticality.LOW;
            case null, default -> Allergy.Criticality.UNKNOWN;
        };
    }
}
