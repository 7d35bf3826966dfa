package health.visavis.insight;

import health.visavis.insight.SurveyAnswer.Again;
import health.visavis.insight.SurveyAnswer.Connection;
import health.visavis.kernel.Sensitive;
import java.util.List;
import java.util.Map;

/// What people said about visits, counted.
///
/// @param words what patients added, in no order that tells when; empty while so few answered that one could guess who
///     it was
public record SurveyResults(
        int patients,
        int clinicians,
        Map<Connection, Integer> patientsConnection,
        Map<Connection, Integer> cliniciansConnection,
        Map<Again, Integer> again,
        List<Sensitive<String>> words) {

    /// From this many answers of patients on, their words are shown.
    public static final int ENOUGH = 5;

    public SurveyResults {
        patientsConnection = Map.copyOf(patientsConnection);
        cliniciansConnection = Map.copyOf(cliniciansConnection);
        again = Map.copyOf(again);
        words = List.copyOf(words);
    }
}
