package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Measurement;
import health.visavis.chart.ChartEntry.Measurement.Category;
import health.visavis.chart.ChartEntry.Measurement.Component;
import health.visavis.chart.ResourceType;
import java.util.ArrayList;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

final class ObservationMapper {

    private ObservationMapper() {}

    static MappedEntry map(Observation observation) throws ResourceRejected {
        if (observation.getStatus() == ObservationStatus.ENTEREDINERROR) {
            return MappedEntry.retracted(ResourceType.OBSERVATION, "Observation.subject", observation.getSubject());
        }
        var components = new ArrayList<Component>();
        for (var component : observation.getComponent()) {
            var value = value(component.getValue());
            if (value != null) {
                components.add(
                        new Component(Fields.required(component.getCode(), "Observation.component.code"), value));
            }
        }
        var on = Fields.date(observation.getEffective());
        var measurement = new Measurement(
                Fields.required(observation.getCode(), "Observation.code"),
                category(observation),
                value(observation.getValue()),
                components,
                on != null ? on : Fields.date(observation.getIssuedElement()));
        return MappedEntry.of(
                        ResourceType.OBSERVATION,
                        measurement,
                        "Observation.subject",
                        observation.getSubject(),
                        observation.getEncounter())
                .by(performer(observation));
    }

    private static @Nullable Reference performer(Observation observation) {
        return observation.getPerformer().stream()
                .filter(one -> one.hasReference() && one.getReference().startsWith("Practitioner"))
                .findFirst()
                .orElse(null);
    }

    private static Category category(Observation observation) {
        for (var category : observation.getCategory()) {
            if (Fields.hasCode(category, "vital-signs")) {
                return Category.VITAL_SIGN;
            }
            if (Fields.hasCode(category, "laboratory")) {
                return Category.LABORATORY;
            }
        }
        return Category.OTHER;
    }

    private static Measurement.@Nullable Quantity value(@Nullable Type value) {
        return switch (value) {
            case Quantity quantity
            when quantity.hasValue() -> {
                var comparator =
                        quantity.hasComparator() ? quantity.getComparator().toCode() : "";
                yield new Measurement.Quantity(
                        comparator + quantity.getValue().toPlainString(),
                        Fields.firstOf(quantity.getUnit(), quantity.getCode()));
            }
            case CodeableConcept concept -> {
                var coded = Fields.coded(concept);
                yield coded == null ? null : new Measurement.Quantity(coded.display(), null);
            }
            case StringType text when text.hasValue() -> new Measurement.Quantity(text.getValue(), null);
            case IntegerType number
            when number.hasValue() -> new Measurement.Quantity(String.valueOf(number.getValue()), null);
            case BooleanType answer
            when answer.hasValue() -> new Measurement.Quantity(String.valueOf(answer.getValue()), null);
            case null, default -> null;
        };
    }
}
