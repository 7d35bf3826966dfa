package health.visavis.web.insight;

import health.visavis.insight.SurveyAnswer.Again;
import health.visavis.insight.SurveyAnswer.Connection;
import health.visavis.insight.SurveyResults;
import health.visavis.kernel.Sensitive;
import health.visavis.web.layout.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What people say about visits.
public record SurveysView(SurveyResults results) {

    /// @param percent of those who answered this question
    public record Row(String answer, int count, int percent) {}

    public List<Row> patientsConnection(Shell shell) {
        return rows(shell, "insight.connection.", Connection.values(), results.patientsConnection());
    }

    public List<Row> cliniciansConnection(Shell shell) {
        return rows(shell, "insight.connection.", Connection.values(), results.cliniciansConnection());
    }

    public List<Row> again(Shell shell) {
        return rows(shell, "insight.again.", Again.values(), results.again());
    }

    public List<String> words() {
        return results.words().stream().map(Sensitive::reveal).toList();
    }

    public int enough() {
        return SurveyResults.ENOUGH;
    }

    private static <E extends Enum<E>> List<Row> rows(Shell shell, String texts, E[] answers, Map<E, Integer> counts) {
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return Arrays.stream(answers)
                .map(answer -> {
                    var count = counts.getOrDefault(answer, 0);
                    return new Row(
                            shell.t(texts + answer.name()), count, all == 0 ? 0 : Math.round(100f * count / all));
                })
                .toList();
    }
}
