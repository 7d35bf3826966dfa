package health.visavis.chart;

import java.time.Instant;

/// When something was, as precisely as its source says: FHIR allows a year, a month, a day or a moment.
///
/// @param at the first moment of that time; for a year, month or day at UTC, which is how it is to be drawn
public record ClinicalDate(Instant at, Precision precision) implements Comparable<ClinicalDate> {

    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        MOMENT
    }

    @Override
    public int compareTo(ClinicalDate other) {
        return at.compareTo(other.at);
    }
}
