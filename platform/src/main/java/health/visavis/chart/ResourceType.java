package health.visavis.chart;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of FHIR resource that a chart keeps.
public enum ResourceType {
    PATIENT("Patient"),
    ENCOUNTER("Encounter"),
    CONDITION("Condition"),
    ALLERGY_INTOLERANCE("AllergyIntolerance"),
    MEDICATION_REQUEST("MedicationRequest"),
    OBSERVATION("Observation"),
    IMMUNIZATION("Immunization"),
    PROCEDURE("Procedure"),
    DOCUMENT_REFERENCE("DocumentReference");

    private final String code;

    ResourceType(String code) {
        this.code = code;
    }

    /// FHIR's name for it.
    public String code() {
        return code;
    }

    public static Optional<ResourceType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
