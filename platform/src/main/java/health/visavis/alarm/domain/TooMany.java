package health.visavis.alarm.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Too many different things by one within a window, which slides: the moment at which it became too many.
///
/// @param most of them are not too many yet
/// @param quiet for how long after one such moment the next ones of the same are left out
public record TooMany(int most, Duration window, Duration quiet) {

    /// @param count of different things within the window
    public record Moment(String who, Instant at, int count) {}

    private static final class Window {
        private final ArrayDeque<Act> acts = new ArrayDeque<>();
        private final Map<String, Integer> counts = new HashMap<>();
        private Instant quietUntil = Instant.MIN;

        private void add(Act act, Instant begin) {
            acts.addLast(act);
            act.what().forEach(one -> counts.merge(one, 1, Integer::sum));
            while (!acts.getFirst().at().isAfter(begin)) {
                acts.removeFirst()
                        .what()
                        .forEach(one -> counts.computeIfPresent(one, (same, count) -> count == 1 ? null : count - 1));
            }
        }
    }

    /// @param acts in the order of their times
    public List<Moment> in(List<Act> acts) {
        var windows = new HashMap<String, Window>();
        var moments = new ArrayList<Moment>();
        for (var act : acts) {
            var own = windows.computeIfAbsent(act.who(), who -> new Window());
            own.add(act, act.at().minus(window));
            var count = own.counts.size();
            if (count > most && !act.at().isBefore(own.quietUntil)) {
                moments.add(new Moment(act.who(), act.at(), count));
                own.quietUntil = act.at().plus(quiet);
            }
        }
        return moments;
    }
}
