package health.visavis.web.scheduling;

import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;

/// The editor of a clinician's week.
public record HoursView(
        List<Day> days, Rules rules, List<Departure> exceptions, FormErrors errors, FormErrors exceptionErrors) {

    public HoursView {
        days = List.copyOf(days);
        exceptions = List.copyOf(exceptions);
    }

    /// A day opens where something in it is wrong.
    public boolean opens(Day day) {
        return day.pairs().stream().anyMatch(pair -> errors.of(pair.opensField()) != null);
    }

    /// "9:00 AM – 12:00 PM, 1:00 PM – 5:00 PM"
    public String hours(Shell shell, Day day) {
        var hours = day.pairs().stream()
                .filter(pair -> !pair.opens().isEmpty() && !pair.closes().isEmpty())
                .map(pair -> shell.t("scheduling.hours.pair", clock(shell, pair.opens()), clock(shell, pair.closes())))
                .collect(Collectors.joining(", "));
        return hours.isEmpty() ? shell.t("scheduling.hours.none") : hours;
    }

    /// What is no time is shown as it was typed, beside what is wrong with it.
    private static String clock(Shell shell, String typed) {
        try {
            return shell.clock(LocalTime.parse(typed));
        } catch (DateTimeParseException noTime) {
            return typed;
        }
    }

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
