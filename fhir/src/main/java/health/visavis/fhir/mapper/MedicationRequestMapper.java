package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Medication;
import health.visavis.chart.Coded;
import health.visavis.chart.ResourceType;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
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

    /// The code stands in the request or in a Medication that is contained in it; the importer puts a
    /// Medication of the bundle there.
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

    /// The words of the dosage, else its numbers in plain words.
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
        return plain(quantity.getValue()) + (quantity.hasUnit() ? " " + quantity.getUnit() : " per dose") + ", "
                + counted(BigDecimal.valueOf(repeat.getFrequency()), "time") + " every "
                + every(repeat.getPeriod(), repeat.getPeriodUnit());
    }

    private static String every(BigDecimal period, UnitsOfTime unit) {
        var word = switch (unit) {
            case S -> "second";
            case MIN -> "minute";
            case H -> "hour";
            case D -> "day";
            case WK -> "week";
            case MO -> "month";
            case A -> "year";
            case NULL -> "?";
        };
        return period.compareTo(BigDecimal.ONE) == 0 ? word : counted(period, word);
    }

    private static String counted(BigDecimal number, String word) {
        return plain(number) + " " + word + (number.compareTo(BigDecimal.ONE) == 0 ? "" : "s");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
