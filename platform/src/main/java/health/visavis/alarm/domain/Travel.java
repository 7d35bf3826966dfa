package health.visavis.alarm.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Sign-ins at two places that are too far apart for the time between them.
///
/// @param kilometersPerHour nobody travels faster
/// @param kilometers shorter ways do not count
public record Travel(int kilometersPerHour, int kilometers) {

    public record Stay(String who, Instant at, Place place) {}

    /// The second stays of such pairs.
    ///
    /// @param stays in the order of their times
    public List<Stay> impossible(List<Stay> stays) {
        var last = new HashMap<String, Stay>();
        var found = new ArrayList<Stay>();
        for (var stay : stays) {
            var before = last.put(stay.who(), stay);
            if (before != null && isImpossible(before, stay)) {
                found.add(stay);
            }
        }
        return found;
    }

    private boolean isImpossible(Stay from, Stay to) {
        var way = from.place().kilometersTo(to.place());
        var hours = Duration.between(from.at(), to.at()).toMillis() / 3_600_000.0;
        return way >= kilometers && way > hours * kilometersPerHour;
    }
}
