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
    ///
    /// @param beside the same moment on another clock
    public record Time(String value, String label, @Nullable String beside, String spoken) {

        public Time(String value, String label, String spoken) {
            this(value, label, null, spoken);
        }
    }

    public boolean none() {
        return days.isEmpty();
    }

    /// A week around the clock would be a very long page on a phone: one day lies open, the others open at a touch.
    public boolean opensAt(Day day, @Nullable String chosen) {
        var holdsChosen = days.stream()
                .filter(candidate -> candidate.times().stream().anyMatch(time -> isChosen(time, chosen)))
                .findFirst();
        return day.equals(holdsChosen.orElse(days.getFirst()));
    }

    public boolean isChosen(Time time, @Nullable String chosen) {
        return time.value().equals(chosen);
    }
}
