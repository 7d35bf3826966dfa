package health.visavis.simulator.fault;

import health.visavis.simulator.http.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The faults that are switched on, each for requests that match and for a number of times. The first one that
/// matches counts.
public final class Faults {

    /// @param requests a regular expression over method and path, such as `POST /rooms`
    /// @param times how often; a fault that stays has [Integer#MAX_VALUE]
    public record Planned(String requests, Fault fault, int times) {}

    private final List<Planned> planned = new ArrayList<>();

    public synchronized void add(Planned fault) {
        planned.add(fault);
    }

    public void once(String requests, Fault fault) {
        add(new Planned(requests, fault, 1));
    }

    public void always(String requests, Fault fault) {
        add(new Planned(requests, fault, Integer.MAX_VALUE));
    }

    public synchronized void clear() {
        planned.clear();
    }

    public synchronized Optional<Fault> next(Question question) {
        for (var index = 0; index < planned.size(); index++) {
            var candidate = planned.get(index);
            if (Pattern.matches(candidate.requests(), question.toString())) {
                if (candidate.times() == 1) {
                    planned.remove(index);
                } else if (candidate.times() < Integer.MAX_VALUE) {
                    planned.set(index, new Planned(candidate.requests(), candidate.fault(), candidate.times() - 1));
                }
                return Optional.of(candidate.fault());
            }
        }
        return Optional.empty();
    }
}
