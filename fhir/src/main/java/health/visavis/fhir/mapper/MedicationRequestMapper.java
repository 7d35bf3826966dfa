package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Medication;
import health.visavis.chart.Coded;
import health.visavis.chart.ResourceType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

final class MedicationRequestMapper {

    private MedicationRequestMapper() {}

    static MappedEntry map(MedicationRequest request) throws ResourceRejected {
        var status = request.getStatus();
        if (status == MedicationRequestStatus.ENTEREDINERROR) {
            return MappedEntry.retracted(
                    ResourceType.MEDICATION_REQUEST, "MedicationRequest.subject", request.getSubject());
        }
        var medication = new Medication(
                what(request),
                status == MedicationRequestStatus.ACTIVE || status == MedicationRequestStatus.ONHOLD,
                dosage(request),
                Fields.firstText(request.getReasonCode()),
                Fields.date(request.getAuthoredOnElement()));
        return MappedEntry.of(
                        ResourceType.MEDICATION_REQUEST,
                        medication,
                        "MedicationRequest.subject",
                        request.getSubject(),
                        request.getEncounter())
                .by(request.hasRequester() ? request.getRequester() : null);
    }

    /// The code stands in the request or in a Medication that is contained in it; the importer puts a Medication of the
    /// bundle there.
    private static Coded what(MedicationRequest request) throws ResourceRejected {
        return switch (request.getMedication()) {
            case CodeableConcept concept -> Fields.required(concept, "MedicationRequest.medication");
            case Reference reference
            when reference.getResource() instanceof org.hl7.fhir.r4.model.Medication medication ->
                Fields.required(medication.getCode(), "MedicationRequest.medication");
            case Reference reference when reference.hasDisplay() -> new Coded(null, null, reference.getDisplay());
            case null, default -> throw new ResourceRejected("MedicationRequest.medication is missing");
        };
    }

    /// The words of the dosage, else what its numbers say in the shortest form.
    private static @Nullable String dosage(MedicationRequest request) {
        var first = request.getDosageInstructionFirstRep();
        if (first.hasText()) {
            return first.getText().strip();
        }
        var dose = first.getDoseAndRateFirstRep();
        var repeat = first.getTiming().getRepeat();
        if (!dose.hasDoseQuantity() || !repeat.hasFrequency() || !repeat.hasPeriod() || !repeat.hasPeriodUnit()) {
            return null;
        }
        var quantity = dose.getDoseQuantity();
        var unit = quantity.hasUnit() ? " " + quantity.getUnit() : "";
        return quantity.getValue().toPlainString() + unit + " × " + repeat.getFrequency() + " / "
                + repeat.getPeriod().stripTrailingZeros().toPlainString() + " "
                + repeat.getPeriodUnit().toCode();
    }
}
