package health.visavis.web.scheduling;

import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import java.util.List;

/// The editor of a clinician's week.
public record HoursView(
        List<Day> days, Rules rules, List<Departure> exceptions, FormErrors errors, FormErrors exceptionErrors) {

    /// @param number 1 is Monday: ends the key of its name
    public record Day(int number, List<Pair> pairs) {

        public String id() {
            return "day-" + number;
        }
    }

    public record Pair(String opensField, String opens, String closesField, String closes) {}

    public record Rules(
            List<Choice> zones,
            String zone,
            List<Choice> visits,
            String visit,
            List<Choice> notices,
            String notice,
            List<Choice> horizons,
            String horizon) {}

    /// @param kind `closed` or `extra`: ends the key of its word
    public record Departure(String path, String kind, String words) {}
}
