package health.visavis.fhir.mapper;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;

/// Hands each resource to its mapper, and puts its label on what comes back.
public final class EntryMapper {

    private EntryMapper() {}

    public static MappedEntry map(Resource resource) throws ResourceRejected {
        return mapped(resource).labelled(Labels.of(resource));
    }

    private static MappedEntry mapped(Resource resource) throws ResourceRejected {
        return switch (resource) {
            case Encounter encounter -> EncounterMapper.map(encounter);
            case Condition condition -> ConditionMapper.map(condition);
            case AllergyIntolerance allergy -> AllergyMapper.map(allergy);
            case MedicationRequest request -> MedicationRequestMapper.map(request);
            case Observation observation -> ObservationMapper.map(observation);
            case Immunization immunization -> ImmunizationMapper.map(immunization);
            case Procedure procedure -> ProcedureMapper.map(procedure);
            case DocumentReference document -> DocumentMapper.map(document);
            default -> throw new ResourceRejected("no part of a chart");
        };
    }
}
