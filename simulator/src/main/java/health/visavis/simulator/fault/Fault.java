package health.visavis.simulator.fault;

import java.time.Duration;

/// One thing that goes wrong.
public sealed interface Fault {

    /// 429, with the pause that the service asks for.
    record Throttled(Duration pause) implements Fault {}

    /// A 5xx before anything was done.
    record Failed(int status) implements Fault {}

    /// Done, but late.
    record Slow(Duration delay) implements Fault {}

    /// The connection breaks before anything was done.
    record CutBefore() implements Fault {}

    /// The connection breaks after it was done: the caller cannot know.
    record CutAfter() implements Fault {}
}
