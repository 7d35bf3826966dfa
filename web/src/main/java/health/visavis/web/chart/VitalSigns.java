package health.visavis.web.chart;

import health.visavis.chart.Coded;
import java.util.Map;
import java.util.Optional;

/// What the commonest vital signs are called where nobody codes: by their LOINC codes, in the languages of the pages.
final class VitalSigns {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("85354-9", "bloodPressure"),
            Map.entry("55284-4", "bloodPressure"),
            Map.entry("8480-6", "systolic"),
            Map.entry("8462-4", "diastolic"),
            Map.entry("8867-4", "heartRate"),
            Map.entry("9279-1", "breathing"),
            Map.entry("8310-5", "temperature"),
            Map.entry("8331-1", "temperatureInMouth"),
            Map.entry("2708-6", "oxygen"),
            Map.entry("59408-5", "oxygen"),
            Map.entry("29463-7", "weight"),
            Map.entry("8302-2", "height"),
            Map.entry("39156-5", "bodyMassIndex"),
            Map.entry("59576-9", "bodyMassIndexForAge"),
            Map.entry("77606-2", "weightForLength"),
            Map.entry("9843-4", "headCircumference"),
            Map.entry("8289-1", "headCircumferenceForAge"),
            Map.entry("72514-3", "pain"));

    private VitalSigns() {}

    /// The key of its name; empty for whatever has none of ours.
    static Optional<String> key(Coded what) {
        return Terms.LOINC.equals(what.system())
                ? Optional.ofNullable(what.code()).map(NAMES::get).map(name -> "chart.vital." + name)
                : Optional.empty();
    }
}
