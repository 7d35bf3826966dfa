package health.visavis.web.components;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Free times grouped by day, as words: the slot picker draws them.
public record SlotChoices(String zone, List<Day> days) {

    public SlotChoices {
        days = List.copyOf(days);
    }

    public record Day(String date, List<Time> times) {
        public Day {
            times = List.copyOf(times);
        }
    }

    /// `value` is what the form sends, `label` the time of day, `spoken` the whole of it for screen readers.
    public record Time(String value, String label, String spoken) {}

    public boolean none() {
        return days.isEmpty();
    }

    public boolean isChosen(Time time, @Nullable String chosen) {
        return time.value().equals(chosen);
    }
}
