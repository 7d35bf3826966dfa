package health.visavis.simulator.fault;

import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /// Answers as the service does, or as what is switched on wants it.
    ///
    /// @param done does what is asked
    /// @param throttled the service's words for "later", with the pause it asks for
    /// @param failed its words for a 5xx
    /// @return null when the connection breaks
    public @Nullable Answer answer(
            Question question,
            Function<Question, Answer> done,
            Function<Duration, Answer> throttled,
            IntFunction<Answer> failed) {
        return switch (next(question).orElse(null)) {
            case null -> done.apply(question);
            case Fault.Throttled later -> throttled.apply(later.pause());
            case Fault.Failed broken -> failed.apply(broken.status());
            case Fault.CutBefore _ -> null;
            case Fault.CutAfter _ -> {
                var _ = done.apply(question);
                yield null;
            }
            case Fault.Slow slow -> {
                LockSupport.parkNanos(slow.delay().toNanos());
                yield done.apply(question);
            }
        };
    }

    private synchronized Optional<Fault> next(Question question) {
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
