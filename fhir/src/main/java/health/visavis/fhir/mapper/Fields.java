package health.visavis.fhir.mapper;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import health.visavis.chart.ClinicalDate;
import health.visavis.chart.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// What all mappers read in the same way.
final class Fields {

    private Fields() {}

    static Coded required(CodeableConcept concept, String path) throws ResourceRejected {
        var coded = coded(concept);
        if (coded == null) {
            throw new ResourceRejected(path + " is missing");
        }
        return coded;
    }

    /// Its own text before the first coding's display before the bare code.
    static @Nullable Coded coded(CodeableConcept concept) {
        var coding = concept.getCodingFirstRep();
        var display = firstOf(concept.getText(), coding.getDisplay(), coding.getCode());
        return display == null ? null : new Coded(coding.getSystem(), coding.getCode(), display);
    }

    static @Nullable String firstText(List<CodeableConcept> concepts) {
        return concepts.stream()
                .map(Fields::coded)
                .filter(Objects::nonNull)
                .map(Coded::display)
                .findFirst()
                .orElse(null);
    }

    static boolean hasCode(CodeableConcept concept, String... codes) {
        return concept.getCoding().stream().map(Coding::getCode).anyMatch(List.of(codes)::contains);
    }

    static @Nullable ClinicalDate date(@Nullable Type value) {
        return switch (value) {
            case BaseDateTimeType date when date.getValue() != null -> date(date);
            case Period period when period.hasStart() -> date(period.getStartElement());
            case Period period when period.hasEnd() -> date(period.getEndElement());
            case null, default -> null;
        };
    }

    private static ClinicalDate date(BaseDateTimeType date) {
        var precision = date.getPrecision();
        if (precision == TemporalPrecisionEnum.YEAR) {
            return new ClinicalDate(firstMoment(date.getYear(), 1, 1), ClinicalDate.Precision.YEAR);
        }
        if (precision == TemporalPrecisionEnum.MONTH) {
            return new ClinicalDate(firstMoment(date.getYear(), date.getMonth() + 1, 1), ClinicalDate.Precision.MONTH);
        }
        if (precision == TemporalPrecisionEnum.DAY) {
            return new ClinicalDate(
                    firstMoment(date.getYear(), date.getMonth() + 1, date.getDay()), ClinicalDate.Precision.DAY);
        }
        return new ClinicalDate(date.getValue().toInstant(), ClinicalDate.Precision.MOMENT);
    }

    private static Instant firstMoment(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static @Nullable String display(Reference reference) {
        return firstOf(reference.getDisplay());
    }

    static @Nullable String firstOf(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return null;
    }
}
